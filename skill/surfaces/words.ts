/**
 * The words and prompts that every surface shares, for the texts that repeat them.
 * Needs no bundler: the generator of texts runs this door as it is.
 */
export { vocabulary } from './base/vocabulary.ts';
export { validationPrompts } from './texts/validation-prompts.ts';
