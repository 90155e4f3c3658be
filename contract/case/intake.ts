/** What the intake stage may say no with. */
export const intakeRefusals = {} as const
