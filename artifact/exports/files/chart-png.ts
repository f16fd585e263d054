/** The picture of a chart as pixels, for where no program draws SVG. */
import type { ChartPicture } from './chart-svg.ts';

/** Pixels for each of the page's: sharp on paper and on a fine screen. */
const SCALE = 2;

/** Fails where a host lets the page draw no image of its own. */
export async function chartPng({ svg, width, height }: ChartPicture): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture is empty.'));
      else resolve(blob);
    }, 'image/png');
  });
}
