/** What the delivery stage may say no with. */
export const deliveryRefusals = {} as const
