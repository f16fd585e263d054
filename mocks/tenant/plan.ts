/**
 * The plan of an app: how many seats and accounts it has and what it costs. Everything Torii shows of
 * the app (license summary, user rows, contracts, payments) is drawn from it, so the views agree, and
 * user rows need not exist before somebody asks for them.
 */
import type { Currency } from './currency.ts';
import { currencies, fromDollars } from './currency.ts';
import type { People } from './people.ts';
import { appId, products, tailProduct } from './products.ts';
import type { ProductSource } from './products.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { storyOf } from './stories.ts';
import type { StoryLine, Story } from './stories.ts';

export interface Scale {
  readonly apps: number;
  readonly contracts: number;
  readonly people: number;
  /** Small buyers pay more for a seat, and use fewer products more widely. */
  readonly price: number;
  readonly reach: number;
  /** Long-tail apps that are bought by contract. */
  readonly tailContracts: number;
}

/** A license line; prices in minor units of its currency, for a seat and year. */
export interface PlanLine {
  readonly name: string;
  readonly currency: Currency;
  readonly price: number;
  readonly purchased: number;
}

export interface PlannedApp {
  readonly index: number;
  readonly id: number;
  readonly name: string;
  readonly domain: string;
  readonly category: string;
  readonly vendor: string;
  readonly home: string;
  readonly source: ProductSource;
  readonly story: Story;
  readonly state: string;
  readonly hidden: boolean;
  readonly pay: 'contract' | 'card' | 'none';
  readonly seats: Seats;
  readonly lines: readonly PlanLine[];
  /** For products without a seat price: minor units of `currency` a year. */
  readonly flat: number | null;
  readonly currency: Currency;
}

/** Accounts in the order in which they are dealt: active, unknown, fresh, inactive, departed, then deleted. */
interface Seats {
  readonly assigned: number;
  readonly active: number;
  /** Old accounts without a recorded visit. */
  readonly unknown: number;
  /** New accounts without a recorded visit. */
  readonly fresh: number;
  readonly departed: number;
  readonly deleted: number;
  readonly purchased: number;
}

interface Candidate {
  readonly name: string;
  readonly domain: string;
  readonly category: string;
  readonly vendor: string;
  readonly price: number;
  readonly flat: boolean;
  readonly home: string;
  readonly source: ProductSource;
  readonly accounts: number;
  readonly pay: PlannedApp['pay'];
  readonly state: string;
}

const CURATED = 40;
/** States other than the usual one, which makes up the rest; label and key forms both occur. */
const tailStates = [
  'In Review',
  'inReview',
  'Sanctioned',
  'Evaluation period',
  'Closed',
  'Orchid Exception',
] as const;
const tableStates = [
  'In Review',
  'Evaluation period',
  'Cost optimization',
  'Discovered',
  'Legacy until 2027',
] as const;

function payOf(index: number, price: number, story: Story, random: Random): PlannedApp['pay'] {
  if (story.pay !== undefined) return story.pay;
  if (story.contracts !== undefined) return 'contract';
  if (price === 0) return 'none';
  return index < CURATED || random.chance(0.3) ? 'card' : 'contract';
}

function fromTable(index: number, scale: Scale, people: People, random: Random): Candidate | null {
  const product = products[index];
  if (product === undefined) return null;
  const story = storyOf(product.name);
  const wide = product.home === '*' && product.reach > 0.85;
  const crowd = people.crowd(product.home).home.length;
  const headroom = (scale.people / 1700) ** 0.7;
  return {
    ...product,
    price: Math.round(product.price * scale.price * (product.flat ? headroom / 2 : 1)),
    accounts:
      product.source === 'X' && product.flat
        ? 0
        : Math.max(1, Math.round(crowd * product.reach * (wide ? 1 : scale.reach))),
    pay: payOf(index, product.price, story, random),
    state:
      story.state ??
      (index < CURATED
        ? 'Sanctioned'
        : product.reach < 0.8 && random.chance(0.3)
          ? random.pick(tableStates)
          : 'Sanctioned'),
  };
}

const categories = [...new Set(products.map((product) => product.category))];

function fromTail(index: number, scale: Scale, random: Random): Candidate {
  const tail = index - products.length;
  const named = tailProduct(tail, categories);
  const bought = tail < scale.tailContracts;
  return {
    ...named,
    vendor: named.name.split(' ').slice(0, 2).join(' '),
    price: bought ? random.int(2, 12) * 1000 : random.pick([60, 96, 120, 180, 240]),
    flat: bought,
    home: '*',
    source: bought ? 'S' : random.pick(['E', 'E', 'E', 'S', 'X']),
    accounts: bought ? random.int(8, 40) : Math.min(random.int(1, 14), random.int(1, 14)),
    pay: bought ? 'contract' : random.chance(0.26) ? 'card' : 'none',
    state:
      index % 97 === 5
        ? 'Parked by Audit'
        : bought
          ? 'Sanctioned'
          : random.chance(0.35)
            ? random.pick(tailStates)
            : 'Discovered',
  };
}

function seatsOf(candidate: Candidate, story: Story, people: People, random: Random): Seats {
  const crowd = people.crowd(candidate.home);
  const here = crowd.home.length + crowd.rest.length;
  const accounts = Math.min(candidate.accounts, here);
  const none = candidate.source === 'X';
  const departed = none
    ? 0
    : Math.min(Math.round(accounts * (0.02 + random.next() * 0.04)), Math.floor(people.departed.length / 2));
  const unused = Math.round(accounts * 0.015);
  const share = story.stale === true ? 0 : (story.active ?? 0.6 + random.next() * 0.3);
  const blind = none || candidate.source === 'L';
  const active = blind ? 0 : Math.min(Math.round(accounts * share), accounts - departed - 2 * unused);
  const fill = story.fill ?? 0.8 + random.next() * 0.18;
  return {
    assigned: accounts,
    active: Math.max(0, active),
    unknown: blind ? accounts - departed : unused,
    fresh: blind || story.stale === true ? 0 : unused,
    departed,
    deleted: Math.min(Math.round(accounts * 0.04), people.departed.length - departed),
    purchased: fill > 1 ? Math.floor(accounts / fill) : roundUp(accounts / fill, accounts),
  };
}

/** Seats are bought in fives, in tens or not rounded at all, by the size of the order. */
function roundUp(seats: number, assigned: number): number {
  const step = assigned > 200 ? 10 : assigned > 20 ? 5 : 1;
  return Math.max(assigned, Math.ceil(seats / step) * step);
}

function linesOf(candidate: Candidate, story: Story, purchased: number, currency: Currency): PlanLine[] {
  const wanted: readonly StoryLine[] = story.lines ?? [{ name: candidate.name, share: 1, factor: 1 }];
  let left = purchased;
  return wanted.map((line, place) => {
    const seats = place === wanted.length - 1 ? left : Math.round(purchased * line.share);
    left -= seats;
    const paid = line.currency ?? currency;
    const price = fromDollars(candidate.price * line.factor, paid) * currencies[paid].minor;
    return { name: line.name, currency: paid, price, purchased: seats };
  });
}

function currencyOf(index: number, story: Story, random: Random): Currency {
  if (story.currency !== undefined) return story.currency;
  const draw = random.next();
  if (index < CURATED || draw > 0.12) return 'USD';
  return draw < 0.07 ? 'EUR' : draw < 0.11 ? 'GBP' : 'JPY';
}

/** The plan of the app at an index of the tenant. */
export function planApp(index: number, scale: Scale, people: People, seed: number): PlannedApp {
  const random = createRandom(seed, 'app', index);
  const candidate = fromTable(index, scale, people, random) ?? fromTail(index, scale, random);
  const story = storyOf(candidate.name);
  const seats = seatsOf(candidate, story, people, random);
  const currency = currencyOf(index, story, random);
  return {
    ...candidate,
    index,
    id: appId(index),
    story,
    hidden: story.hidden === true || (index >= products.length && index % 53 === 7),
    seats,
    lines:
      candidate.flat || candidate.price === 0 ? [] : linesOf(candidate, story, seats.purchased, currency),
    flat: candidate.flat ? fromDollars(candidate.price, currency) * currencies[currency].minor : null,
    currency,
  };
}
