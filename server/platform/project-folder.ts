import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the project: the nearest above that holds package.json, from the sources as from the program built of them. */
export const projectFolder = nearest(import.meta.dirname)

/** The full path of what the project ships, such as `server/migrations`. */
export const shipped = (path: string): string => join(projectFolder, path)

function nearest(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : nearest(dirname(folder))
}
