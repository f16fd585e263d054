/** Takes every program of the gallery in four widths, light and dark, and lists them in an index. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { buildGallery, openProgram, out } from './gallery.ts';
import { programs } from './programs.ts';

const widths = [360, 480, 900, 1440];
const schemes = ['light', 'dark'] as const;

async function shoot(browser: Browser, gallery: string, name: string): Promise<void> {
  const page = await browser.newPage();
  await openProgram(page, gallery, name);
  for (const width of widths) {
    for (const colorScheme of schemes) {
      /* oxlint-disable no-await-in-loop -- one page, one picture after the other */
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      /* oxlint-enable no-await-in-loop */
    }
  }
  await page.close();
}

function indexOf(names: readonly string[]): string {
  const rows = names.map((name) => {
    const pictures = widths.flatMap((width) =>
      schemes.map((scheme) => {
        const file = `${name}-${width}-${scheme}.png`;
        return `<a href="${file}"><img src="${file}" alt="${width} px, ${scheme}" width="${width / 6}" loading="lazy"></a>`;
      }),
    );
    return `<h2>${name}</h2><p>${programs[name]?.shows}</p><p>${pictures.join(' ')}</p>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>body{font:14px system-ui;margin:24px}img{border:1px solid #ccc;vertical-align:top}</style><h1>Gallery</h1>${rows.join('\n')}`;
}

const gallery = await buildGallery();
const browser = await launchChromium();
const wanted = process.argv.slice(2);
const names = Object.keys(programs).filter((name) => wanted.length === 0 || wanted.includes(name));
// oxlint-disable-next-line no-await-in-loop -- pictures of one machine, one after the other
for (const name of names) await shoot(browser, gallery, name);
await browser.close();
const index = join(out, 'index.html');
await writeFile(index, indexOf(names));
console.info(`${names.length} programs: ${index}`);
