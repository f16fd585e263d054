/** The skill and the plugin as they are handed out, packed by the command and unpacked again. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { mcpJson } from '../../skill/surfaces/base/mcp-json.ts';
import { textFile, type PackedFile } from '../../skill/surfaces/base/packed-file.ts';
import { command } from '../cli/command.ts';
import { project } from './project.ts';

export const productName = 'saas-rationalization-dashboard';

/** A folder with every package. */
export async function packages(): Promise<string> {
  const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'clients', 'packages');
  const { code, err } = await command('pack', '--out', folder);
  if (code !== 0) throw new Error(err);
  return folder;
}

export async function unpacked(folder: string, archive: string): Promise<PackedFile[]> {
  const files = unzipSync(await readFile(join(folder, archive)));
  return Object.entries(files)
    .filter(([path]) => !path.endsWith('/'))
    .map(([path, bytes]) => ({ path, bytes }));
}

/** A working folder with the plugin in it, with the address of Torii turned to the server of the test. */
export async function folderWithPlugin(plugin: readonly PackedFile[], url: string): Promise<string> {
  const files = plugin.map((file) => (file.path === '.mcp.json' ? textFile(file.path, mcpJson(url)) : file));
  return project(files.map((file) => ({ ...file, path: `plugin/${file.path}` })));
}
