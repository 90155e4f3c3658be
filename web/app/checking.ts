/**
 * Our pages forbid code made of text, and zod need not try: the browser would report each try, and read the whole program again to
 * say where it was. Zod looks for its settings at this place as it begins, whichever file is run first.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
