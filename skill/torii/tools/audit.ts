/**
 * The tools a server offers against the catalog.
 *
 * In: the live listing and, where one was stored, the fingerprint of an earlier one. Out: what this
 * product may call, what it refuses and why, what it misses and what that costs, and what changed.
 */
import { formsOfSchema } from './argument-forms.ts';
import type { OfferedTool } from '../base/bridge.ts';
import { entryOf, readTools, requiredTools, type ReadTool } from '../base/catalog.ts';
import { fingerprintOf, parseFingerprint, toolHashes, type ToolHashes } from './fingerprint.ts';
import { admit } from './guard.ts';
import { splitWireName } from '../base/wire-name.ts';

interface CallableTool {
  readonly wireName: string;
  readonly tool: ReadTool;
  /** Argument keys we may send and the server takes; null when it shows no schema. */
  readonly args: readonly string[] | null;
}

interface RefusedTool {
  readonly wireName: string;
  /** `write`: by its name or its own annotation. `unknown`: a read perhaps, but not in the catalog. */
  readonly why: 'write' | 'unknown';
}

interface MissingTool {
  readonly tool: ReadTool;
  readonly required: boolean;
  /** What a person loses. */
  readonly without: string;
}

interface ChangedTool {
  readonly name: string;
  readonly change: 'added' | 'removed' | 'schema';
}

export interface ToolAudit {
  readonly callable: readonly CallableTool[];
  readonly refused: readonly RefusedTool[];
  readonly missing: readonly MissingTool[];
  /** Empty where no earlier fingerprint is known. */
  readonly changed: readonly ChangedTool[];
  readonly fingerprint: string | null;
}

const READS = /^(?:list|get|search|match|find|describe|read|count|whoami)(?:_|$)/i;

function whyRefused({ name, annotations }: OfferedTool): RefusedTool['why'] {
  const write = annotations?.readOnlyHint === false || annotations?.destructiveHint === true;
  return write || !READS.test(splitWireName(name).name) ? 'write' : 'unknown';
}

function callableTool(offered: OfferedTool): CallableTool | null {
  const admitted = admit(offered.name, {}, offered);
  if (!admitted.ok) return null;
  const forms = formsOfSchema(offered.inputSchema);
  const args = forms === null ? null : entryOf(admitted.tool).args.filter((key) => Object.hasOwn(forms, key));
  return { wireName: offered.name, tool: admitted.tool, args };
}

function missingTools(callable: readonly CallableTool[]): MissingTool[] {
  const have = new Set(callable.map(({ tool }) => tool));
  const required = new Set<ReadTool>(requiredTools);
  return readTools
    .filter((tool) => !have.has(tool))
    .map((tool) => ({ tool, required: required.has(tool), without: entryOf(tool).without }));
}

/** A schema seen for the first time is no change: pages show none. */
function changesBetween(before: ToolHashes, after: ToolHashes): ChangedTool[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return names.flatMap((name): ChangedTool[] => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === undefined) return [{ name, change: 'added' }];
    if (now === undefined) return [{ name, change: 'removed' }];
    return old === now || old === '-' || now === '-' ? [] : [{ name, change: 'schema' }];
  });
}

/** Compares a listing with the catalog and with a stored fingerprint. */
export function auditTools(offered: readonly OfferedTool[], stored: string | null = null): ToolAudit {
  const callable = offered.map(callableTool).filter((tool) => tool !== null);
  const names = new Set(callable.map(({ wireName }) => wireName));
  const refused = offered
    .filter(({ name }) => !names.has(name))
    .map((tool) => ({ wireName: tool.name, why: whyRefused(tool) }));
  return {
    callable,
    refused,
    missing: missingTools(callable),
    changed: stored === null ? [] : changesBetween(parseFingerprint(stored), toolHashes(offered)),
    fingerprint: fingerprintOf(offered),
  };
}
