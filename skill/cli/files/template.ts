import {
  configuredModule,
  moduleConfiguration,
  configuredPage,
  pageConfiguration,
  type PageConfiguration,
} from '../../report/files.ts';
import type { JsonObject } from '../../torii/json.ts';
import { builtFile, builtFileIfAny } from './built-file.ts';

/** An artifact before or after it is filled. */
export interface Template {
  readonly name: string;
  readonly text: string;
}

/** What the skill publishes; without these nothing can be filled. */
export const slimDocument = 'dashboard.slim.html';
export const slimFragment = 'dashboard.slim.fragment.html';
/** The same on React, and the module for people who edit it; the skill leaves some out for their size. */
const further = ['dashboard.html', 'dashboard.fragment.html', 'react-dashboard-template.jsx'];

export async function readTemplates(): Promise<Template[]> {
  const needed = [slimDocument, slimFragment].map(async (name) => ({ name, text: await builtFile(name) }));
  const optional = further.map(async (name) => {
    const text = await builtFileIfAny(name);
    return text === null ? [] : [{ name, text }];
  });
  return [...(await Promise.all(needed)), ...(await Promise.all(optional)).flat()];
}

/** What a template holds; null when it has no block that can be read. */
export function heldIn({ name, text }: Template): JsonObject | null {
  return name.endsWith('.jsx') ? moduleConfiguration(text) : pageConfiguration(text);
}

/** The template with the keys that are given; null when it has no block that can be filled. */
export function filledWith({ name, text }: Template, configuration: PageConfiguration): string | null {
  return name.endsWith('.jsx') ? configuredModule(text, configuration) : configuredPage(text, configuration);
}
