/**
 * What becomes of a file that is already there.
 *
 * In: its path, its text and the text we would write into an empty folder. Out: the text with ours in it
 * and everything else as it was, or why that cannot be done. Files that people share with us are
 * merged; files that are ours alone are replaced. The caller shows the difference before writing.
 */
import { mergeSection } from './merge-section.ts';
import { mergeServers } from './merge-servers.ts';
import { mergeSettings } from './merge-settings.ts';
import type { Merged } from './merged-text.ts';

/** Files of the host that may hold other servers. */
const SERVER_FILES = /(?:^|\/)(?:\.mcp\.json|claude_desktop_config\.json)$/;
const SETTINGS_FILES = /(?:^|\/)\.claude\/settings\.json$/;
const SECTION_FILES = /(?:^|\/)CLAUDE\.md$/;

/** @param path As in the folder; a file elsewhere is merged as the one it corresponds to. */
export function merged(path: string, existing: string, ours: string): Merged {
  if (SERVER_FILES.test(path)) return mergeServers(existing, ours);
  if (SETTINGS_FILES.test(path)) return mergeSettings(existing, ours);
  if (SECTION_FILES.test(path)) return mergeSection(existing, ours);
  return { ok: true, text: ours };
}
