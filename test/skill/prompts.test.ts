/** The prompts for a live model are complete, so that a grader has something to grade by. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const scenarios = readdirSync('test/skill/prompts').filter((name) => /^\d\d-/.test(name));

test('there are ordinary and adversarial ones', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(8);
  for (const name of ['asked-to-write', 'asked-to-guess', 'instructions-in-records', 'schedule-a-draft']) {
    expect(scenarios.join(' ')).toContain(name);
  }
});

test.each(scenarios)('%s says what to set up, what to say and how to judge', (name) => {
  const text = readFileSync(`test/skill/prompts/${name}`, 'utf8');
  const sections = [...text.matchAll(/^## (.+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)];
  expect(sections.map(([, title]) => title)).toEqual(['Scenario', 'Prompt', 'A good answer', 'Fails if']);
  for (const [, title = '', inside = ''] of sections) expect(inside.trim(), title).not.toBe('');
  expect(sections[1]?.[2]).toMatch(/^> /m);
});
