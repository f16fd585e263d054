/**
 * The blocks a view is made of: sections, key figures, tags, notices, progress.
 *
 * In: text and children. Out: elements with the class names of the theme. No state of the page is read here.
 */
export { FirstFew } from './layout/first-few.tsx';
export { Kpi, Kpis } from './layout/kpi.tsx';
export { NoticeBox } from './layout/notice.tsx';
export { Progress, type ProgressLine } from './layout/progress.tsx';
export { Section } from './layout/section.tsx';
export { Tag, type Tone } from './layout/tag.tsx';
export { UnknownValue } from './layout/unknown.tsx';
export { Watermark } from './layout/watermark.tsx';
