import { afterEach, describe, expect, it } from 'vitest';
import { CONFIGURATION_ID, emptyConfigurationBlock } from '../../../artifact/build/document.ts';
import { configurationIn } from '../../../artifact/page/configuration.ts';
import { parseConfiguration } from '../../../artifact/session/configuration.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

function place(text: string): void {
  const block = document.createElement('script');
  block.type = 'application/json';
  block.id = CONFIGURATION_ID;
  block.textContent = text;
  document.body.append(block);
}

describe('the configuration block of a built page', () => {
  it('overrides nothing while it is as the build left it', () => {
    place(emptyConfigurationBlock);
    expect(configurationIn(document)).toEqual({});
  });

  it('overrides the keys a person has set', () => {
    place('{ "connector": "mcp__torii__list_apps", "mapping": null }');
    expect(configurationIn(document)).toEqual({ connector: 'mcp__torii__list_apps' });
  });

  it('is reported, not swallowed, when it is not JSON', () => {
    place('{ connector: torii }');
    const parsed = parseConfiguration(configurationIn(document));
    expect(parsed.ok).toBe(false);
  });

  it('may be absent', () => {
    expect(configurationIn(document)).toEqual({});
    expect(parseConfiguration({}).ok).toBe(true);
  });
});
