/** The invented people of the invented company: who is here, who has left, and who works together. */
import type { JsonObject } from '../../skill/torii/json.ts';
import { shiftDays, toInstant } from './dates.ts';
import { createRandom } from './random.ts';

export interface Employee {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly department: string;
  readonly lifecycle: 'active' | 'offboarding' | 'offboarded';
  readonly external: boolean;
  readonly deleted: boolean;
  readonly created: string;
  readonly office: string;
}

/** Indexes into the people: a shared reservoir from which the users of an app are drawn. */
interface Crowd {
  readonly home: readonly number[];
  readonly rest: readonly number[];
}

export interface People {
  readonly list: readonly Employee[];
  readonly departed: readonly number[];
  /** People of the departments named by letters, and all others; `*` is everybody. */
  crowd(home: string): Crowd;
}

const PERSON_BASE = 50001;
/** An account that no human uses; the demo mapping exempts it. It is always the first person. */
export const serviceAccountId = PERSON_BASE;
export const domain = 'brindlewick.example';

const departments = {
  E: 'Engineering',
  P: 'Product',
  D: 'Design',
  S: 'Sales',
  M: 'Marketing',
  C: 'Customer Support',
  F: 'Finance',
  H: 'People',
  L: 'Legal',
  I: 'IT',
  O: 'Operations',
} as const;
type Letter = keyof typeof departments;
/** One letter for each percent or so of the company. */
const headcountShares =
  'EEEEEEEEEEEEEEEEEEEEEEEEEEPPPPPPDDDDSSSSSSSSSSSSSSSSSSMMMMMMMMMCCCCCCCCCCCCCCFFFFFHHHHLLIIIIOOOOOOOO';

const firstNames =
  'Ada Bram Cleo Dario Edda Finn Greta Hugo Ines Jaro Kaia Lars Mina Nils Odile Pavel Quinn Runa Silas Tova Ulla Vito Wren Xenia Yael Zeno'.split(
    ' ',
  );
const lastNames =
  'Samplewood Mockridge Testerby Placeholt Demoson Fauxley Stubbins Fixtureau Dummond Protowicz Draftsen Specimann Trialis Modelund Patternak Figmentova Seedling Lorembach Ipsumi Exempluk Vorgabe Muster-Ohm'.split(
    ' ',
  );
const offices = ['Portland', 'Rotterdam', 'Leeds', 'Osaka'] as const;

function nameOf(index: number): { firstName: string; lastName: string; email: string } {
  const firstName = firstNames[index % firstNames.length] ?? '';
  const lastName = lastNames[(Math.floor(index / firstNames.length) + index) % lastNames.length] ?? '';
  const email = `${firstName}.${lastName}${index}@${domain}`.toLowerCase();
  return { firstName, lastName, email };
}

/** The text Torii holds: an older spelling for some, nothing for a few. */
function departmentText(letter: Letter, draw: number): string {
  if (draw < 0.03) return '';
  return letter === 'E' && draw < 0.2 ? 'Eng' : departments[letter];
}

function createPerson(index: number, seed: number, asOf: string): Employee & { letter: Letter } {
  const random = createRandom(seed, 'person', index);
  const letter = (headcountShares[random.int(0, headcountShares.length - 1)] ?? 'E') as Letter;
  const fate = random.next();
  const lifecycle = fate < 0.1 ? 'offboarded' : fate < 0.115 ? 'offboarding' : 'active';
  return {
    ...nameOf(index),
    id: PERSON_BASE + index,
    letter,
    department: departmentText(letter, random.next()),
    lifecycle,
    external: lifecycle === 'active' && random.chance(0.03),
    deleted: lifecycle === 'offboarded' && random.chance(0.9),
    created: shiftDays(asOf, -random.int(120, 1800)),
    office: random.pick(offices),
  };
}

function serviceAccount(asOf: string): Employee & { letter: Letter } {
  return {
    id: serviceAccountId,
    firstName: 'Build',
    lastName: 'Runner',
    email: `build.runner@${domain}`,
    letter: 'I',
    department: 'IT',
    lifecycle: 'active',
    external: false,
    deleted: false,
    created: shiftDays(asOf, -900),
    office: 'Portland',
  };
}

export function createPeople(count: number, seed: number, asOf: string): People {
  const list = [serviceAccount(asOf)];
  for (let index = 1; index < count; index++) list.push(createPerson(index, seed, asOf));
  const departed: number[] = [];
  const teams = new Map<string, number[]>();
  for (const [index, { letter, lifecycle }] of list.entries()) {
    if (index === 0) continue;
    const team = lifecycle === 'offboarded' ? departed : (teams.get(letter) ?? []);
    if (lifecycle !== 'offboarded') teams.set(letter, team);
    team.push(index);
  }
  const crowds = new Map<string, Crowd>();
  const gather = (home: string): Crowd => {
    const inside = (letter: string) => home === '*' || home.includes(letter);
    const of = (wanted: boolean) =>
      [...teams].flatMap(([letter, team]) => (inside(letter) === wanted ? team : []));
    return { home: of(true), rest: of(false) };
  };
  return {
    list,
    departed,
    crowd(home) {
      const crowd = crowds.get(home) ?? gather(home);
      crowds.set(home, crowd);
      return crowd;
    },
  };
}

/** A person as Torii lists users, tenant fields included. */
export function userRow(person: Employee, index: number, idOrg: number, activeAppsCount: number): JsonObject {
  const row: JsonObject = {
    id: person.id,
    idOrg,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    creationTime: toInstant(person.created),
    idRole: index === 1 ? 1 : 2,
    role: index === 1 ? 'Admin' : 'Member',
    lifecycleStatus: person.lifecycle,
    isDeletedInIdentitySources: person.deleted,
    isExternal: person.external,
    activeAppsCount,
    additionalEmails: [],
    department: person.department === '' ? null : person.department,
    c_office_1: person.office,
    ccf_costCentre_4: person.department === '' ? null : `CC-${1000 + ((person.department.length * 37) % 90)}`,
    employmentType: person.external ? 'Contractor' : 'Employee',
  };
  // The directory's own department lags behind the one of the HR system.
  if (index % 3 !== 0) row['ccf_department_2'] = index % 17 === 0 ? 'General' : person.department;
  return row;
}
