/** Inputs of the surfaces, as the command makes them. */
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { parseMapping } from '../../skill/mapping/files/check.ts';
import type { SurfaceInputs } from '../../skill/surfaces/base/surface-inputs.ts';
import { expectedTools } from '../../skill/surfaces/base/tool-list.ts';

export const url = 'https://api.toriihq.com/mcp';

export const withoutMapping: SurfaceInputs = {
  url,
  tools: expectedTools,
  mapping: null,
  command: 'node /opt/sr/saas-rationalization.mjs',
};

export function withDemoMapping(): SurfaceInputs {
  const parsed = parseMapping(demoMapping());
  if (!parsed.ok) throw new Error('The demo mapping does not validate.');
  return {
    ...withoutMapping,
    mapping: { value: parsed.mapping, text: JSON.stringify(parsed.mapping, null, 2) },
  };
}

/** The text of one of the files; fails when there is none of that name. */
export function textOf(files: readonly { path: string; bytes: Uint8Array }[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (found === undefined)
    throw new Error(`${path} is not among ${files.map((file) => file.path).join(', ')}`);
  return new TextDecoder().decode(found.bytes);
}
