/** The scripts of both hooks as files of one folder. */
import { textFile, type PackedFile } from '../base/packed-file.ts';
import { captureScript } from './capture-script.ts';
import { guardScript } from './guard-script.ts';
import { captureName, guardName } from './hook-entries.ts';

export function hookFiles(folder: string): readonly PackedFile[] {
  return [
    { ...textFile(`${folder}/${guardName}`, guardScript()), executable: true },
    { ...textFile(`${folder}/${captureName}`, captureScript()), executable: true },
  ];
}
