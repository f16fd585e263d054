/**
 * The six places where Claude can be connected to Torii, and what tells one from another.
 *
 * One source for the interactive choice, the steps and the README. Packaging, scheduling and technical
 * level are the words of Torii's guide "Choose your Claude deployment model".
 */

export interface SurfaceFacts {
  readonly title: string;
  readonly packaging: string;
  readonly scheduling: string;
  readonly technicalLevel: string;
  /** When to choose it, after "Choose it when". */
  readonly fits: string;
  /** What a person sees in the end. */
  readonly result: string;
  readonly whoMay: string;
}

const CONNECTOR_PLANS =
  'Anyone with a Claude account. A Free plan holds one custom connector. On Team and Enterprise an Owner ' +
  'adds the connector first; then each person connects to it and signs in.';

export const surfaces = {
  'claude-ai': {
    title: 'Claude.ai chat',
    packaging: 'None',
    scheduling: 'Manual',
    technicalLevel: 'None',
    fits: 'you want a first answer today, and no one depends on it tomorrow',
    result: 'Answers in the chat; the dashboard as a published artifact where artifacts are on.',
    whoMay: CONNECTOR_PLANS,
  },
  project: {
    title: 'Claude.ai Projects',
    packaging: 'System prompt + context',
    scheduling: 'Manual',
    technicalLevel: 'Low',
    fits: 'several people ask the same kind of questions and should mean the same by their words',
    result: 'Answers in the chat, on your approved mapping and Organizational View.',
    whoMay: CONNECTOR_PLANS,
  },
  desktop: {
    title: 'Claude Desktop',
    packaging: 'Local config + folder',
    scheduling: 'Manual / cron',
    technicalLevel: 'Low–Medium',
    fits: 'you keep files beside your answers, or may not add a connector to the account',
    result: 'Answers in the chat, with mapping, glossary and the last digest at hand.',
    whoMay: `${CONNECTOR_PLANS} The extension and the configuration file need no connector in the account.`,
  },
  cowork: {
    title: 'Cowork',
    packaging: 'Skill package',
    scheduling: 'Manual / scheduled task',
    technicalLevel: 'Medium',
    fits: 'you want the live dashboard itself, and a digest on a schedule',
    result: 'The live dashboard in the side pane; a scheduled digest.',
    whoMay:
      `${CONNECTOR_PLANS} Owners also switch artifacts, and connectors in artifacts, on or off. Artifacts ` +
      'are off for organizations with zero data retention or HIPAA readiness.',
  },
  'claude-code': {
    title: 'Claude Code',
    packaging: 'CLAUDE.md + scripts',
    scheduling: 'Cron / hooks',
    technicalLevel: 'Medium–High',
    fits: 'the results belong into a repository, or a machine of yours runs them on a schedule',
    result: 'Files that can be committed: reports, digests, lists of renewals.',
    whoMay: 'Anyone who may use Claude Code on this machine. Signing in to Torii needs a browser once.',
  },
  api: {
    title: 'API / Agent SDK',
    packaging: 'Custom application',
    scheduling: 'Full control',
    technicalLevel: 'High',
    fits: 'you build the answers into an application of your own',
    result: 'Whatever your program makes of it.',
    whoMay:
      'Anyone with an Anthropic API key. The program brings the Torii token and renews it: ' +
      '`saas-rationalization token`. The connector in the Messages API is a beta feature and is not ' +
      'eligible for zero data retention.',
  },
} as const satisfies Record<string, SurfaceFacts>;

export type Surface = keyof typeof surfaces;

export function isSurface(name: string): name is Surface {
  return Object.hasOwn(surfaces, name);
}

/** In the order of the guide: from no packaging to a program of one's own. */
export const surfaceNames: readonly Surface[] = Object.keys(surfaces).filter(isSurface);
