/**
 * Adds our rules and hooks to `.claude/settings.json`, and leaves every other byte as it was.
 *
 * Rules are added to those that are there. Our own hooks are recognized by the name of their script, so those of an
 * earlier version make way for the new ones.
 */
import { isJsonObject, type JsonValue } from '../../torii/json.ts';
import { scriptNames } from '../hooks/hook-entries.ts';
import { isSame, openJsonFile, type JsonChange } from './json-file.ts';
import type { Merged } from './merged-text.ts';

export function mergeSettings(existing: string, ours: string): Merged {
  if (existing.replace(/^\uFEFF/, '').trim() === '') return { ok: true, text: ours };
  const opened = openJsonFile(existing);
  if (!opened.ok) return opened;
  const wanted: unknown = JSON.parse(ours);
  const { permissions, hooks } = isJsonObject(wanted) ? wanted : {};
  const added = [
    ruleChanges(opened.file.value['permissions'], permissions),
    ...Object.entries(isJsonObject(hooks) ? hooks : {}).map(([event, entries]) =>
      hookChanges(opened.file.value['hooks'], event, entries),
    ),
  ];
  const changes = added.filter((part) => typeof part !== 'string').flat();
  const problem = added.find((part) => typeof part === 'string');
  if (problem !== undefined) return { ok: false, why: 'no-servers', detail: problem };
  return { ok: true, text: opened.file.with(changes) };
}

/** What to change; a sentence where the place for it holds something else. */
type Changes = readonly JsonChange[] | string;

function ruleChanges(theirs: JsonValue | undefined, ours: JsonValue | undefined): Changes {
  const rules = isJsonObject(ours) && Array.isArray(ours['deny']) ? ours['deny'] : [];
  if (theirs !== undefined && !isJsonObject(theirs)) return 'its permissions are not an object';
  const own = theirs?.['deny'];
  if (own === undefined) return [{ path: ['permissions', 'deny'], value: rules }];
  if (!Array.isArray(own)) return 'its permissions.deny is not a list';
  const missing = rules.filter((rule) => !own.includes(rule));
  return missing.map((value) => ({ path: ['permissions', 'deny', -1], value, isNew: true }));
}

function hookChanges(theirs: JsonValue | undefined, event: string, ours: JsonValue): Changes {
  if (theirs !== undefined && !isJsonObject(theirs)) return 'its hooks are not an object';
  const own = theirs?.[event];
  if (own === undefined) return [{ path: ['hooks', event], value: ours }];
  if (!Array.isArray(own)) return `its hooks.${event} is not a list`;
  const entries = Array.isArray(ours) ? ours : [];
  const places = own.flatMap((entry, index) => (isOurs(entry) ? [index] : []));
  if (
    isSame(
      places.map((index) => own[index]),
      entries,
    )
  )
    return [];
  return [
    ...places.toReversed().map((index) => ({ path: ['hooks', event, index], value: undefined })),
    ...entries.map((value) => ({ path: ['hooks', event, -1], value, isNew: true })),
  ];
}

function isOurs(entry: JsonValue): boolean {
  const hooks = isJsonObject(entry) && Array.isArray(entry['hooks']) ? entry['hooks'] : [];
  return hooks.length > 0 && hooks.every((hook) => isJsonObject(hook) && namesScript(hook['command']));
}

function namesScript(command: JsonValue | undefined): boolean {
  return typeof command === 'string' && scriptNames.some((name) => command.includes(name));
}
