import { describe, expect, it } from 'vitest';
import { aiRulesWith } from '../../skill/analysis/base/ai-tools.ts';
import type { Value } from '../../skill/mapping/base/portfolio.ts';
import { known, missing } from '../../skill/mapping/base/value.ts';
import { setValues } from '../../skill/mapping/discover.ts';
import { parseMapping } from '../../skill/mapping/mapping.ts';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';

type AiTools = Parameters<typeof aiRulesWith>[0];

const none: AiTools = { categories: [], vendors: [], names: [], appIds: [], notAppIds: [] };

const value = (text: string): Value<string> => (text === '' ? missing('empty') : known(text));

function ruleOf(name: string, category = '', vendor = '', own: Partial<AiTools> = {}): string | null {
  const rules = aiRulesWith({ ...none, ...own });
  return rules({ id: 7, name, category: value(category), vendor: value(vendor) });
}

describe('the table of AI tools', () => {
  it.each([
    ['ChatGPT Team', 'AI Assistant', 'OpenAI', 'category: AI'],
    ['Playground', 'Development', 'OpenAI', 'vendor: OpenAI'],
    ['GitHub Copilot', 'Source Control', 'GitHub', 'name: Copilot'],
    ['Otter.ai', '', '', 'name: ai'],
    ['Notion AI', '', '', 'name: AI'],
    ['Fathom', 'generative ai', '', 'category: generative ai'],
  ])('takes %s (%s, %s) by %s', (name, category, vendor, rule) => {
    expect(ruleOf(name, category, vendor)?.toLowerCase()).toBe(rule.toLowerCase());
  });

  it.each([
    ['Mailchimp', 'Email', 'Intuit'],
    ['Airtable', 'Database', 'Airtable'],
    ['Claudette Payroll', 'HR', 'Claudette'],
    ['Ghostwriter', 'Writing', 'Ghostwriters'],
    ['Gaia', 'Maintenance', ''],
  ])('leaves %s (%s, %s) alone: a part of a word is no word', (name, category, vendor) => {
    expect(ruleOf(name, category, vendor)).toBeNull();
  });

  it('is extended by the words of a tenant, whatever signs they hold', () => {
    expect(ruleOf('Robo (beta)', '', '', { names: ['Robo (beta)'] })).toBe('name: Robo (beta)');
    expect(ruleOf('Helper', 'Bots+', '', { categories: ['Bots+'] })).toBe('category: Bots+');
    expect(ruleOf('Helper', '', 'Acme', { vendors: ['acme'] })).toBe('vendor: Acme');
  });

  it('follows the mapping about single apps, against the table too', () => {
    expect(ruleOf('Abacus', '', '', { appIds: [7] })).toBe('named in the mapping');
    expect(ruleOf('ChatGPT', 'AI Assistant', 'OpenAI', { notAppIds: [7] })).toBeNull();
  });

  it('is set in a mapping without editing JSON', () => {
    const parsed = parseMapping(demoMapping());
    if (!parsed.ok) throw new Error('The mapping of the demo is not valid.');
    const set = setValues(
      parsed.mapping,
      ['aiTools.vendors=["Acme Robotics"]', 'aiTools.notAppIds=[12]'],
      '2026-11-22',
    );
    expect(set.ok && set.mapping.aiTools).toEqual({ ...none, vendors: ['Acme Robotics'], notAppIds: [12] });
    const wrong = setValues(parsed.mapping, ['aiTools.vendors=Acme'], '2026-11-22');
    expect(wrong.ok).toBe(false);
  });
});
