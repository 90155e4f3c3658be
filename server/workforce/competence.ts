import type { OccupationalLevel } from '#contract/codes/agencies.ts'

/**
 * What each occupational level is trained to do: the lowest level that may do it alone. Level 4 is the first,
 * 1 the highest, and a higher level may do all that a lower one may.
 */
export const lowestLevelFor = {
  /** Register, choose the place, first interview, relationship. */
  'first-interview': 4,
  /** Draw up the outline of the first interview. */
  'interview-outline': 3,
  /** Collect and record data, preliminary analysis. */
  'preliminary-analysis': 4,
  /** Questionnaires and outlines, genogram, ecomap, full estimation. */
  'full-assessment': 3,
  /** Draft a plan, draft the first agreement. */
  'draft-plan': 4,
  /** Make the plan with clear goals final, and the agreement from it. */
  'final-plan': 3,
  /** Prepare the room, inform and advise, encourage, document what is done. */
  'support-and-documentation': 4,
  /** Professional intervention with cases, groups and communities. */
  intervention: 3,
  /** Collect evaluation data, decide the time of closing, closing record. */
  'evaluation-data-and-closing': 4,
  /** Goal attainment scaling, satisfaction and gap analysis, closing reactions, follow-up, referral. */
  'outcome-analysis-and-aftercare': 3,
  /** Reports, information, filing and archive. */
  'reports-and-files': 4,
  /** Propose service items; plan, manage and evaluate projects. */
  projects: 3,
  /** Complex and difficult cases, policy recommendations. */
  'complex-cases': 2,
  /** Professional guidance and emotional support of colleagues. */
  supervision: 2,
  /** Plans, posts, recruitment, staff assessment, rules, funds of an agency. */
  administration: 2,
  /** Practice research, training of basics and skills. */
  'practice-research-and-training': 2,
  /** From policy analysis to monitoring its implementation. */
  'policy-work': 1,
  /** Recruit, train and evaluate supervisors; mechanisms of supervision and communication. */
  'supervisor-development': 1,
  /** Coordinate several agencies, evaluate modes of work and allocation of resources. */
  'agency-coordination': 1,
  /** Theory research, publications, teaching of levels 2 and 3. */
  'theory-research-and-teaching': 1,
} as const satisfies Record<string, OccupationalLevel>

/** A function of the occupational standard. */
export type Competence = keyof typeof lowestLevelFor

/** The competence behind each thing that is signed in a case. */
export const competenceFor = {
  'intake-interview': 'first-interview',
  'preliminary-assessment': 'preliminary-analysis',
  assessment: 'full-assessment',
  plan: 'final-plan',
  agreement: 'final-plan',
  'process-record': 'support-and-documentation',
  evaluation: 'outcome-analysis-and-aftercare',
  referral: 'outcome-analysis-and-aftercare',
  closing: 'evaluation-data-and-closing',
  'follow-up': 'outcome-analysis-and-aftercare',
} as const satisfies Record<string, Competence>

/** Something that is signed in a case. */
export type SignedAct = keyof typeof competenceFor

/** Whether a level is enough to do something without a colleague. A worker without a level never is. */
export function mayAlone(level: OccupationalLevel | null, competence: Competence): boolean {
  return level !== null && level <= lowestLevelFor[competence]
}

/** Whether a signature needs that of a more qualified colleague beside it. */
export function needsCosignature(level: OccupationalLevel | null, act: SignedAct): boolean {
  return !mayAlone(level, competenceFor[act])
}

/** Whether a level is enough to sign beside a less qualified colleague. */
export function mayCosign(level: OccupationalLevel | null, act: SignedAct): boolean {
  return mayAlone(level, competenceFor[act])
}
