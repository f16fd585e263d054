import packageJson from '../../package.json' with { type: 'json' };

/** The one version that every product and every file says it was made by. */
export const version: string = packageJson.version;
