/**
 * The steps a person takes for one surface, as one Markdown page.
 *
 * In: what is particular to the surface. Out: who may use it, as whom to sign in, the steps, what
 * differs from the published guide and why, and how to tell that it works.
 */
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import { surfaces, type Surface } from '../base/surface.ts';
import { runnable } from './runnable.ts';
import { validationPrompts } from './validation-prompts.ts';

/** The guide is read-only by intent: it says that action tools may be there, and leaves them aside. */
export const BEYOND_INTENT =
  'The guide means to read only, and leaves action tools reachable. Here each tool gets its own permission, because an intention is not a lock.';

export interface Guide {
  readonly steps: readonly string[];
  /** What Torii's published guide says where it no longer works, and what is done beyond it; with why. */
  readonly differences: readonly string[];
}

/** Whatever the surface, OAuth acts as the person who signs in. */
const SIGN_IN =
  'Sign in with an account whose Torii role may **read** the whole portfolio: apps, users, contracts and ' +
  'expenses. It needs no permission to change anything, and no administrator. The connection acts as ' +
  'that person, so what the role hides is missing from the answers: it is reported as unknown, not as 0.';

const PROBLEMS = [
  '**The connector is not visible.** On Team and Enterprise an Owner has to add it first; the request to IT says how.',
  '**Signed in, but no data.** The Torii role hides it, or another account was signed in. Disconnect, connect again, and choose the account with portfolio-level read access.',
  '**Claude offers to change something.** Decline. Then check that every tool outside the list of read tools is blocked.',
];

/** The tiers in the words of Torii's guide. */
const TIERS = [
  '**Tier 1, ad hoc questions**: works at once, on a draft mapping; figures are labeled as drafts.',
  '**Tier 2, on demand**: with a mapping that a person has approved.',
  '**Tier 3, scheduled**: refused without an approved mapping, because a scheduled run is unattended.',
];

function tiers(surface: Surface, { mapping }: SurfaceInputs): string {
  const now =
    mapping?.value.status === 'approved'
      ? 'The mapping given here is approved: all three are open to you.'
      : 'No approved mapping was given here, so you are in tier 1.';
  return `${bullets(TIERS)}\n\n${now} Scheduling on this surface: ${surfaces[surface].scheduling}.`;
}

export function guideText(surface: Surface, { steps, differences }: Guide, inputs: SurfaceInputs): string {
  const { title, whoMay, result } = surfaces[surface];
  const sections = [
    `# Torii in ${title}`,
    `What you get: ${result}`,
    section('Who may use it', whoMay),
    section('Sign in as', SIGN_IN),
    section('Steps', numbered(steps)),
    section('How far it goes', tiers(surface, inputs)),
    section('Check that it works', `Ask, one at a time:\n\n${numbered(validationPrompts)}`),
    section('If something is wrong', bullets(PROBLEMS)),
    section('How this differs from the published guide', bullets(differences)),
  ];
  return runnable(`${sections.join('\n\n')}\n`, inputs.command);
}

function section(title: string, text: string): string {
  return `## ${title}\n\n${text}`;
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
