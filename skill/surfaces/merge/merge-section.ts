import { sectionEnd, sectionStart } from '../claude-code/claude-md.ts';
import type { Merged } from './merged-text.ts';

/** Puts our section where its markers are, or after everything else. */
export function mergeSection(existing: string, ours: string): Merged {
  const start = existing.indexOf(sectionStart);
  const end = existing.indexOf(sectionEnd);
  if (start < 0 && end < 0) return { ok: true, text: appended(existing, ours) };
  if (start < 0 || end < start || existing.includes(sectionStart, start + 1)) {
    return { ok: false, why: 'open-section', detail: 'its markers do not enclose one section' };
  }
  const after = existing.slice(end + sectionEnd.length);
  return { ok: true, text: existing.slice(0, start) + ours.trimEnd() + after };
}

function appended(existing: string, ours: string): string {
  const before = existing.trimEnd();
  return before === '' ? ours : `${before}\n\n${ours}`;
}
