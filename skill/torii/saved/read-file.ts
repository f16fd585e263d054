/**
 * One saved file: what it was taken for, or why it was not.
 *
 * In: its name and text, and what was asked where that is known. Out: the lists in it, the organization, and a
 * report. Never throws.
 */
import { failureFromWords } from '../reply/decode.ts';
import { openEnvelope, type Opened } from '../reply/envelope.ts';
import { explain } from '../base/failure.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Source } from '../base/records.ts';
import { noticedPlace } from '../reply/notice.ts';
import type { SavedFile } from './saved-file.ts';
import { savedListIn, type SavedList } from './saved-shape.ts';

export interface SavedFileReport {
  readonly name: string;
  /** What the file was taken for; null when nothing in it could be used. */
  readonly source: Source | 'organization' | null;
  readonly rows: number;
  readonly problem: string | null;
}

function organizationIn(body: unknown): JsonObject | null {
  if (!isJsonObject(body)) return null;
  const found: JsonValue | undefined = body['org'] ?? body['organization'];
  return isJsonObject(found) ? found : null;
}

interface FileRead {
  readonly lists: readonly SavedList[];
  readonly organization: JsonObject | null;
  readonly report: SavedFileReport;
}

/**
 * A snapshot, baseline or analysis that was written beside the results lists apps too. Its rows would
 * replace Torii's own, and the figures would be silently wrong.
 */
function isOurs(body: unknown): boolean {
  if (!isJsonObject(body)) return false;
  const { $schema: schema, kind } = body;
  return (
    kind === 'saas-rationalization-snapshot' ||
    (typeof schema === 'string' && schema.startsWith('urn:saas-rationalization-dashboard:'))
  );
}

/** A preview or a cut text would pass for a whole page if its rows were kept. */
function problemOf(
  opened: Opened,
  lists: readonly SavedList[],
  organization: JsonObject | null,
  text: string,
): string | null {
  if (opened.bodies.some(isOurs))
    return 'This is a file made from Torii’s results, not one of them: left out.';
  const place = noticedPlace(text);
  if (place !== null && (opened.cut || lists.length === 0))
    return `This is the host’s notice of a result, not the result: that lies in ${place}, which was not found.`;
  if (opened.cut) return 'The text stops in the middle of a list. Save the whole result.';
  if (opened.isError) return explain(failureFromWords(opened.prose, null, 'unavailable').kind).sentence;
  if (lists.some(({ counters }) => counters.truncated === true) || /\btruncated\b/i.test(opened.prose)) {
    return 'The result says that it was shortened. Ask for it again in smaller pages.';
  }
  if (lists.some(({ source, idApp }) => source === 'appUsers' && idApp === null)) {
    return 'These are users of an app, but nothing says of which: put the app id into the file name.';
  }
  if (lists.length > 0 || organization !== null) return null;
  const failed = failureFromWords(opened.prose, null, 'wrong-shape');
  return failed.kind === 'wrong-shape'
    ? 'No list of a Torii tool was found in it.'
    : explain(failed.kind).sentence;
}

export function readFile({ name, text, asked }: SavedFile): FileRead {
  const opened = openEnvelope(text);
  const lists = bodiesOf(opened)
    .map((body) => savedListIn(body, name, asked))
    .filter((list) => list !== null);
  const organization = opened.bodies.map(organizationIn).find((found) => found !== null) ?? null;
  const problem = problemOf(opened, lists, organization, text);
  const used = problem === null ? lists : [];
  const source = used[0]?.source ?? (problem === null && organization !== null ? 'organization' : null);
  const rows = used.reduce((sum, list) => sum + list.rows.length, 0);
  return {
    lists: used,
    organization: problem === null ? organization : null,
    report: { name, source, rows, problem },
  };
}

/** Rows saved one a line are one list. */
function bodiesOf({ bodies }: Opened): readonly unknown[] {
  const rows =
    bodies.length > 1 &&
    bodies.every(
      (body) => isJsonObject(body) && savedListIn([body], '') !== null && savedListIn(body, '') === null,
    );
  return rows ? [bodies] : bodies;
}
