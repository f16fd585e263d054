/** The proxy with the engine, and the official client in front of it. */
import { Ajv } from 'ajv';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { expect } from 'vitest';
import { engineTools } from '../../skill/server/engine.ts';
import type { EngineFolder } from '../../skill/cli/commands/proxy/engine/pack-folder.ts';
import { proxied, textOf, type Proxied } from './proxied.ts';
import { asOf } from './served.ts';

export interface Engined extends Proxied {
  /** An answer that has to hold: no error, data as its schema says, a text within every host's limit. */
  readonly answer: (name: string, args?: Record<string, unknown>) => Promise<Answered>;
}

export interface Answered {
  readonly text: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const hour = 3_600_000;
/** 25,000 tokens at under three signs a token. */
const MOST_SIGNS = 70_000;

export async function engined(
  url: string,
  places: Partial<EngineFolder> = {},
  options: Parameters<typeof proxied>[1] & {
    readonly maxAgeMs?: number;
    readonly asOf?: string;
    readonly sharedBy?: readonly string[];
  } = {},
): Promise<Engined> {
  const { maxAgeMs = hour, asOf: date = asOf, sharedBy = null, ...rest } = options;
  const engine = {
    places: { mapping: null, tenantPack: null, ...places },
    asOf: () => date,
    maxAgeMs,
    sharedBy,
    page: () => Promise.resolve('<!doctype html><title>page</title>'),
  };
  const client = await proxied(url, { ...rest, engine });
  return {
    ...client,
    async answer(name, args = {}) {
      const result = await client.call(name, args);
      return checked(name, result);
    },
  };
}

const ajv = new Ajv({ strict: false });
const validators = new Map(engineTools.map(({ name, outputSchema }) => [name, ajv.compile(outputSchema)]));

export function checked(name: string, result: CallToolResult): Answered {
  const text = textOf(result);
  expect(result.isError, text).not.toBe(true);
  const content = result.structuredContent ?? {};
  const validate = validators.get(name);
  expect(validate?.(content), JSON.stringify(validate?.errors)).toBe(true);
  expect(text.length, name).toBeLessThan(MOST_SIGNS);
  expect(JSON.stringify(content).length, name).toBeLessThan(MOST_SIGNS);
  return { text, content };
}
