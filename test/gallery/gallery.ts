/**
 * The gallery in a browser: every program of `programs/` as a page of its own.
 *
 * One bundle holds them all, and the address says which is shown: no network, no server, no build of
 * the product.
 */
import react from '@vitejs/plugin-react';
import { writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { scopedStyle, styleTargets } from '../../artifact/build/scoped-style.ts';
import { root } from '../architecture/imports.ts';
import { programs } from './programs.ts';
import type { Step } from './program.ts';

/** Not committed. */
export const out = join(root, 'coverage', 'gallery');

/** Builds the gallery's page and answers with its address. */
export async function buildGallery(): Promise<string> {
  // A test runner has its own idea of it, and React would come half for development.
  process.env['NODE_ENV'] = 'production';
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    css: { postcss: { plugins: [scopedStyle] } },
    build: {
      write: false,
      cssCodeSplit: false,
      cssTarget: [...styleTargets],
      rolldownOptions: { input: join(root, 'test/gallery/page.tsx'), output: { format: 'iife' } },
    },
  });
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const script = files.find((file) => file.type === 'chunk')?.code ?? '';
  const style = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  const css = style?.type === 'asset' ? String(style.source) : '';
  if (script === '' || css === '') throw new Error('The gallery has no script or no style.');
  await mkdir(out, { recursive: true });
  const file = join(out, 'gallery.html');
  await writeFile(file, pageOf(script, css));
  return pathToFileURL(file).href;
}

function pageOf(script: string, css: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title><style>${css}</style></head><body><script>${script.replaceAll(/<\/(script)/gi, '<\\/$1')}</script></body></html>`;
}

/** A program settles within this or not at all. */
const PATIENCE_MS = 5_000;

/** Opens a program, goes through its steps and waits until it has settled. */
export async function openProgram(page: Page, gallery: string, name: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  const program = programs[name];
  if (program === undefined) throw new Error(`The gallery has no program ${name}.`);
  await page.goto(`${gallery}?${name}`);
  // oxlint-disable-next-line no-await-in-loop -- one step follows from the other
  for (const step of program.steps ?? []) await take(page, step);
  await page.getByText(program.settles).locator('visible=true').first().waitFor();
  // A step may have scrolled; the bar would then lie over the middle of the page.
  await page.evaluate('window.scrollTo(0, 0)');
}

async function take(page: Page, step: Step): Promise<void> {
  if ('press' in step) return page.getByRole('button', { name: step.press, exact: true }).first().click();
  if ('fill' in step) return page.getByLabel(step.fill).fill(step.value);
  await page.getByRole('combobox', { name: step.choose, exact: true }).selectOption(step.value);
}
