/**
 * A chart as a file of its own: what the page's style sheet says about it is
 * written into it, so that it looks the same anywhere.
 */
const painted = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'paint-order',
  'vector-effect',
];
const lettered = ['font-family', 'font-size', 'font-weight', 'text-anchor'];
const MARGIN = 12;
const LINE = 18;
/** Width of a letter, a wide one: a file has no layout that could break its lines. */
const LETTER = 6.8;

export interface ChartPicture {
  readonly svg: string;
  /** In pixels of the page. */
  readonly width: number;
  readonly height: number;
}

/** @param lines stand above the chart: its title, whose figures they are, what must be said of them */
export function chartPicture(chart: SVGSVGElement, lines: readonly string[]): ChartPicture {
  const { width, height } = chart.getBoundingClientRect();
  const copy = inked(chart);
  const words = lines.flatMap((line) => wrapped(line, Math.floor(width / LETTER)));
  const top = MARGIN + words.length * LINE;
  copy.setAttribute('y', String(top));
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const { backgroundColor, color, fontFamily } = getComputedStyle(chart.closest('.dashboard') ?? chart);
  const size = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(height + top + MARGIN) };
  const sheet = element('svg', { xmlns: SVG, ...size, 'font-family': fontFamily });
  sheet.append(element('rect', { width: '100%', height: '100%', fill: backgroundColor }));
  words.forEach((line, index) => {
    const text = element('text', { x: MARGIN, y: (index + 1) * LINE, fill: color, 'font-size': 12 });
    text.textContent = line;
    sheet.append(text);
  });
  const patterns = document.querySelector('svg defs');
  if (patterns) sheet.append(inked(patterns));
  sheet.append(copy);
  return { svg: new XMLSerializer().serializeToString(sheet), ...size };
}

function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > letters) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

const SVG = 'http://www.w3.org/2000/svg';

function element(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A copy in which every shape carries its own colors. */
function inked(original: Element): Element {
  // A link of the page leads nowhere from a file.
  const copy = original.tagName === 'a' ? element('g', {}) : original.cloneNode(false);
  if (!(copy instanceof Element)) return element('g', {});
  const style = getComputedStyle(original);
  for (const property of original.tagName === 'text' ? [...painted, ...lettered] : painted) {
    const value = style.getPropertyValue(property);
    if (value !== '') copy.setAttribute(property, value.replace(/url\("?[^"]*#/, 'url(#').replace('")', ')'));
  }
  copy.removeAttribute('class');
  for (const child of original.childNodes)
    copy.append(child instanceof Element ? inked(child) : child.cloneNode());
  return copy;
}
