import { vocabulary } from '../base/vocabulary.ts';

/** The vocabulary as a file of its own, for surfaces that keep a folder of context. */
export function glossary(): string {
  const lines = vocabulary.map(({ word, means }) => `- **${word}**: ${means}.`);
  return `# Words\n\n${lines.join('\n')}\n`;
}
