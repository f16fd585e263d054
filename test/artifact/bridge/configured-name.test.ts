import { describe, expect, test } from 'vitest';
import { parseConfiguredName } from '../../../skill/torii/tools/configured-name.ts';

const uuid = '3f2b8c1e-0a4d-4c57-9b7e-2d9f6a1c8e42';

describe('what a person pastes to name the connector', () => {
  test.each([
    [uuid, `mcp__${uuid}__`],
    [uuid.toUpperCase(), `mcp__${uuid.toUpperCase()}__`],
    [`  "${uuid}", `, `mcp__${uuid}__`],
    [`mcp__${uuid}__list_apps`, `mcp__${uuid}__`],
    [`mcp__${uuid}__run_workflow`, `mcp__${uuid}__`],
    ['mcp__torii__', 'mcp__torii__'],
    ['mcp__torii', 'mcp__torii__'],
    ['mcp__torii__*', 'mcp__torii__'],
    ['`mcp__plugin_saas_torii__list_apps`', 'mcp__plugin_saas_torii__'],
    ['torii', 'mcp__torii__'],
    ['claude_ai_Torii', 'mcp__claude_ai_Torii__'],
  ])('%j names the prefix %s', (text, prefix) => {
    expect(parseConfiguredName(text)).toEqual({ ok: true, prefix });
  });

  test.each([
    ['', /Paste the UUID/],
    ['   ', /Paste the UUID/],
    ['https://api.toriihq.com/mcp', /address/],
    [uuid.slice(1), /36 characters; this has 35/],
    ['list_apps', /without its connector/],
    ['run_workflow', /without its connector/],
    ['mcp__', /missing/],
    ['mcp____list_apps', /missing/],
    ['mcp__a b__list_apps', /holds characters/],
    ['Torii (work)', /not the name of a connector/],
    ['<script>', /not the name of a connector/],
  ])('%j is answered with a sentence', (text, sentence) => {
    expect(parseConfiguredName(text)).toEqual({ ok: false, sentence: expect.stringMatching(sentence) });
  });
});
