import { isJsonObject, type JsonObject } from '../../../skill/torii/json.ts';

export type DisplayMode = 'inline' | 'fullscreen' | 'pip';

/** What the host says of the place in which it shows the page. */
export interface ViewPlace {
  readonly theme: 'light' | 'dark' | null;
  /** Custom properties of the host's style, by name. */
  readonly variables: Readonly<Record<string, string>>;
  readonly displayMode: DisplayMode | null;
  /** The modes the host has; a page may ask for another of them. */
  readonly displayModes: readonly DisplayMode[];
  /** Edges that the device covers, in pixels: top, right, bottom, left. */
  readonly insets: readonly number[];
}

/** What is not said, or not said as the standard has it, is unknown. */
export function hostContextOf(said: JsonObject): ViewPlace {
  const { theme, styles, displayMode, availableDisplayModes, safeAreaInsets } = said;
  const insets = isJsonObject(safeAreaInsets) ? safeAreaInsets : {};
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    variables: variablesIn(isJsonObject(styles) ? styles['variables'] : null),
    displayMode: isDisplayMode(displayMode) ? displayMode : null,
    displayModes: Array.isArray(availableDisplayModes) ? availableDisplayModes.filter(isDisplayMode) : [],
    insets: ['top', 'right', 'bottom', 'left'].map((edge) => pixels(insets[edge])),
  };
}

/** Wide enough for every value of a style, and for no address. */
const PLAIN_VALUE = /^[\w\s#%.,()/"'+*-]{1,200}$/;

function variablesIn(value: unknown): Record<string, string> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && PLAIN_VALUE.test(entry[1]) && !/url|image|attr/i.test(entry[1]),
    ),
  );
}

function isDisplayMode(value: unknown): value is DisplayMode {
  return value === 'inline' || value === 'fullscreen' || value === 'pip';
}

function pixels(value: unknown): number {
  return typeof value === 'number' && value > 0 && value < 200 ? value : 0;
}
