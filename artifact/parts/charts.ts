/**
 * Drawings: bars, a strip of deadlines, bars of money by time and by month, curves, Pareto bars with a brush,
 * a treemap, heat, a scatter, a waterfall.
 *
 * In: numbers with the words that stand for them, and where each mark leads. Out: SVG; every drawing has a
 * table or a legend beside it that says the same. An unknown value is hatched or apart, never drawn as zero.
 */
export { Bar, Partition, Patterns, type Mark, type BarPart } from './charts/bars.tsx';
export { Curve } from './charts/curve.tsx';
export { Lines, type LineSeries } from './charts/lines.tsx';
export { DeadlineStrip, type StripDot } from './charts/deadline-strip.tsx';
export { HeatGrid, type HeatCell, type HeatRow } from './charts/heat-grid.tsx';
export { MoneyBar } from './charts/money-bar.tsx';
export { MonthBars, type MonthBar } from './charts/month-bars.tsx';
export { ParetoBars, type BarRange, type ParetoBarsProps } from './charts/pareto-bars.tsx';
export { PartBar } from './charts/part-bar.tsx';
export { Picture } from './charts/picture.tsx';
export { Scatter } from './charts/scatter.tsx';
export { type Dot } from './charts/scatter-frame.ts';
export { Sparkline } from './charts/sparkline.tsx';
export { Treemap, type TreemapItem } from './charts/treemap.tsx';
export { Waterfall, type WaterfallStep } from './charts/waterfall.tsx';
