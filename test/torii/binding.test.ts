import { describe, expect, it } from 'vitest';
import { formsOfCaptured, formsOfSchema, shapeArguments } from '../../skill/torii/tools/argument-forms.ts';
import { bindOffered, bindUnseen } from '../../skill/torii/tools/binding.ts';
import { entryOf, type ReadTool } from '../../skill/torii/base/catalog.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';

function schema(properties: JsonObject): JsonObject {
  return { type: 'object', properties };
}

function shaped(tool: ReadTool, properties: JsonObject, args: JsonObject): JsonObject {
  return shapeArguments(args, formsOfSchema(schema(properties)), entryOf(tool).args);
}

const wanted = {
  fields: ['id', 'name'],
  aggs: { field: 'state' },
  filters: [{ key: 'a', op: 'equals', value: 1 }],
  size: 1000,
  cursor: 'c',
};

describe('arguments', () => {
  it('travel as text where the schema says string', () => {
    const string = { type: 'string' };
    expect(
      shaped(
        'list_apps',
        { fields: string, aggs: string, filters: string, size: string, cursor: string },
        wanted,
      ),
    ).toEqual({
      fields: 'id,name',
      aggs: '{"field":"state"}',
      filters: '[{"key":"a","op":"equals","value":1}]',
      size: '1000',
      cursor: 'c',
    });
  });

  it('travel as values where the schema says so, nullable and unions included', () => {
    const properties: JsonObject = {
      fields: { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'null' }] },
      aggs: { type: ['object', 'null'] },
      filters: { type: 'array' },
      size: { type: 'integer', maximum: 200 },
      cursor: {},
    };
    expect(shaped('list_apps', properties, wanted)).toEqual({ ...wanted, size: 200 });
  });

  it('stay at home when the tool does not take them', () => {
    expect(shaped('list_apps', { fields: { type: 'string' } }, wanted)).toEqual({ fields: 'id,name' });
    expect(shaped('list_apps', {}, wanted)).toEqual({});
    expect(
      shapeArguments(
        wanted,
        formsOfSchema({ type: 'object', additionalProperties: false }),
        entryOf('list_apps').args,
      ),
    ).toEqual({});
  });

  it('stay at home when a closed list of values lacks them', () => {
    expect(shaped('list_users', { view: { enum: ['currentEmployees'] } }, { view: 'allUsers' })).toEqual({});
  });

  it('go by the id key that the tool takes', () => {
    expect(shaped('get_app', { appId: { type: 'string' } }, { idApp: 12 })).toEqual({ appId: '12' });
    expect(shaped('list_user_apps', { id: { type: 'number' } }, { idUser: 5 })).toEqual({ id: 5 });
  });

  it('follow the captured dialect where no schema is shown', () => {
    const older = formsOfCaptured({ name: 'list_apps', args: ['fields', 'aggs'], style: 'older' });
    const current = formsOfCaptured({
      name: 'list_apps',
      args: ['fields', 'aggs', 'size'],
      style: 'current',
    });
    expect(shapeArguments(wanted, older, entryOf('list_apps').args)).toEqual({
      fields: 'id,name',
      aggs: '{"field":"state"}',
    });
    expect(shapeArguments(wanted, current, entryOf('list_apps').args)).toEqual({
      fields: 'id,name',
      aggs: { field: 'state' },
      size: 1000,
    });
  });
});

describe('names', () => {
  it('are bound by alias and behind any prefix, the canonical one first', () => {
    for (const prefix of ['', 'mcp__torii__', 'mcp__plugin_x_torii__', 'mcp__claude_ai_Torii__']) {
      const offered = ['get_apps', 'list_apps', 'get_contracts', 'run_workflow'].map((name) => ({
        name: prefix + name,
      }));
      const [binding] = bindOffered(offered);
      expect(binding?.tools.get('list_apps')?.wireName).toBe(`${prefix}list_apps`);
      expect(binding?.tools.get('list_contracts')?.wireName).toBe(`${prefix}get_contracts`);
      expect(binding?.tools.size).toBe(2);
    }
    const reversed = [{ name: 'list_apps' }, { name: 'get_apps' }];
    expect(bindOffered(reversed)[0]?.tools.get('list_apps')?.wireName).toBe('list_apps');
  });

  it('skip a canonical name that is annotated as a write in favor of an alias that is not', () => {
    const offered = [{ name: 'list_apps', annotations: { readOnlyHint: false } }, { name: 'get_apps' }];
    expect(bindOffered(offered)[0]?.tools.get('list_apps')?.wireName).toBe('get_apps');
  });

  it('never mix servers, and put the one that lists apps and contracts first', () => {
    const offered = [
      'mcp__okta__list_users',
      'mcp__okta__list_apps',
      'mcp__0a-1b__list_apps',
      'mcp__0a-1b__list_contracts',
    ].map((name) => ({ name }));
    const [first, second] = bindOffered(offered);
    expect(first?.prefix).toBe('mcp__0a-1b__');
    expect(first?.tools.has('list_users')).toBe(false);
    expect(second?.prefix).toBe('mcp__okta__');
  });

  it('prefer the given prefix among equals', () => {
    const offered = ['mcp__a__list_apps', 'mcp__b__list_apps'].map((name) => ({ name }));
    expect(bindOffered(offered, [], 'mcp__b__')[0]?.prefix).toBe('mcp__b__');
  });

  it('are formed from the prefix where nothing is listed, as captured where that is known', () => {
    expect(bindUnseen([], 'mcp__x__').tools.get('list_apps')?.wireName).toBe('mcp__x__list_apps');
    const captured = [{ name: 'mcp__old__get_apps', args: ['size'], style: 'current' as const }];
    const binding = bindUnseen(captured, 'mcp__new__');
    expect(binding.tools.get('list_apps')?.wireName).toBe('mcp__new__get_apps');
    expect(binding.tools.has('list_contracts')).toBe(false);
  });
});
