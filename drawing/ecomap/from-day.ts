import type { EcomapDay } from '#contract/drawings.ts'

/** An ecomap of one day as `readEcomap` reads it: each system is linked once. */
export const ecomapFrom = ({ centre, members, systems }: EcomapDay) => ({
  centre: { name: centre, members },
  systems: systems.map(({ id, name, domain }) => ({ id, name, domain })),
  links: systems.map(({ id, member, strength, stress, flow, note }) => ({
    system: id,
    memberOrHousehold: member,
    strength,
    stress,
    flow,
    note,
  })),
})
