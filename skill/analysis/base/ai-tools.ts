/**
 * Which apps are AI tools: the one table, by category, vendor and name. Each entry is matched as whole
 * words in any case, so "AI" is in "Notion AI" and "Otter.ai" and not in "Email". A tenant adds entries of
 * its own under `aiTools` in its mapping, and names apps that are, or are not, AI tools whatever the table
 * says.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { App } from '../../mapping/portfolio.ts';
import { knownValue } from './known-value.ts';

type AiTools = AnalysisConfig['aiTools'];

export const aiToolTable = {
  categories: [
    'AI',
    'Artificial Intelligence',
    'Generative AI',
    'Machine Learning',
    'Large Language Models',
    'LLM',
    'Chatbot',
    'Chatbots',
    'Conversational AI',
  ],
  vendors: [
    'OpenAI',
    'Anthropic',
    'Anysphere',
    'Codeium',
    'Cohere',
    'DeepL',
    'ElevenLabs',
    'Glean',
    'Harvey',
    'Hugging Face',
    'Jasper',
    'Midjourney',
    'Mistral',
    'Perplexity',
    'Replit',
    'Runway',
    'Stability AI',
    'Synthesia',
    'Tabnine',
    'Writer',
    'xAI',
  ],
  names: [
    'AI',
    'GPT',
    'ChatGPT',
    'Claude',
    'Copilot',
    'Cursor',
    'DALL-E',
    'DeepSeek',
    'Gemini',
    'Grok',
    'Lovable',
    'Midjourney',
    'NotebookLM',
    'OpenAI',
    'Perplexity',
    'Windsurf',
  ],
} as const;

/** The rule by which an app is an AI tool, in words; null = none. */
export type AiRuleOf = (app: Pick<App, 'id' | 'name' | 'category' | 'vendor'>) => string | null;

export function aiRulesWith({ categories, vendors, names, appIds, notAppIds }: AiTools): AiRuleOf {
  const included = new Set(appIds);
  const excluded = new Set(notAppIds);
  const inCategory = matcherOf('category', [...aiToolTable.categories, ...categories]);
  const inVendor = matcherOf('vendor', [...aiToolTable.vendors, ...vendors]);
  const inName = matcherOf('name', [...aiToolTable.names, ...names]);
  return ({ id, name, category, vendor }) => {
    if (excluded.has(id)) return null;
    if (included.has(id)) return 'named in the mapping';
    return inCategory(knownValue(category)) ?? inVendor(knownValue(vendor)) ?? inName(name);
  };
}

/** Categories and vendors repeat in thousands of apps; each text is looked at once. */
function matcherOf(field: string, phrases: readonly string[]): (text: string | null) => string | null {
  const seen = new Map<string, string | null>();
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${phrases.map(escapedWords).join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  return (text) => {
    if (text === null) return null;
    let found = seen.get(text);
    if (found === undefined) {
      const [match] = pattern.exec(text) ?? [];
      found = match === undefined ? null : `${field}: ${match}`;
      seen.set(text, found);
    }
    return found;
  };
}

function escapedWords(phrase: string): string {
  return phrase.trim().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
