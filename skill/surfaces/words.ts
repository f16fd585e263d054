/** The words that every surface and text of the skill shares: vocabulary and validation prompts. */
export { vocabulary } from './base/vocabulary.ts';
export { validationPrompts } from './texts/validation-prompts.ts';
