import { z } from 'zod'

/**
 * Our pages forbid code made of text, and zod need not try: the browser would report each try, and read the whole program again to
 * say where it was. This stands before every schema.
 */
z.config({ jitless: true })
