import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import {
  AnsweredPage,
  AnsweredView,
  type AnswerQuestionnaire,
  QuestionnaireResults,
} from '#contract/questionnaires/answered.ts'
import type { Questionnaire } from '#contract/questionnaires/index.ts'
import {
  type AddQuestionnaire,
  PublishedQuestionnaire,
  QuestionnairePage,
  QuestionnaireView,
} from '#contract/questionnaires/kept.ts'
import type { Language } from '#contract/language.ts'
import { api, headersOfPage, refusalFrom, ServerUnreachable } from '#web/app/api.ts'

const place = '/api/questionnaires'
const key = ['questionnaires'] as const

const pages = (show: 'all' | 'in-use') =>
  infiniteQueryOptions({
    queryKey: [...key, show],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`
      return (await api.get(`${place}?show=${show}${after}`, QuestionnairePage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** The questionnaires of the agency, newest first. */
export const questionnairesQuery = pages('all')
/** Those that can be answered. */
export const inUseQuery = pages('in-use')

/** One questionnaire as it is being written. */
export const questionnaireQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: async ({ signal }) => (await api.get(`${place}/${id}`, QuestionnaireView, { signal })).value,
    staleTime: 0,
  })

/** A published version; it never changes. */
export const editionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: [...key, 'edition', id, number],
    queryFn: async ({ signal }) =>
      (await api.get(`${place}/${id}/editions/${number}`, PublishedQuestionnaire, { signal })).value,
  })

/** What the answers come to, beside the groups of one question. */
export const resultsQuery = (id: string, by: string, language: Language) =>
  queryOptions({
    queryKey: [...key, 'results', id, by, language],
    queryFn: async ({ signal }) => {
      const group = by === '' ? '' : `&by=${encodeURIComponent(by)}`
      const path = `${place}/${id}/results?language=${language}${group}` as const
      return (await api.get(path, QuestionnaireResults, { signal })).value
    },
    staleTime: 0,
  })

/** The questionnaires answered in a case, newest first. */
export const answeredQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: [...key, 'answered', caseId],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
      return (await api.get(`/api/cases/${caseId}/questionnaire-answers${after}`, AnsweredPage, { signal }))
        .value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

/** One set of answers, with the version that asked. */
export const answersQuery = (caseId: string, id: string) =>
  queryOptions({
    queryKey: [...key, 'answers', caseId, id],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/cases/${caseId}/questionnaire-answers/${id}`, AnsweredView, { signal })).value,
  })

/** Begins a questionnaire. */
export const addQuestionnaire = (body: AddQuestionnaire) =>
  api.post(place, QuestionnaireView, { body, idempotencyKey: body.id })

type Seen = Readonly<{ id: string; version: number }>

/** Keeps what was written so far. */
export const writeQuestionnaire = ({ id, version }: Seen, body: Questionnaire) =>
  api.put(`${place}/${id}`, QuestionnaireView, { body, version })

/** Publishes it as the next version. */
export const publishQuestionnaire = ({ id, version }: Seen) =>
  api.put(`${place}/${id}/publication`, QuestionnaireView, { body: {}, version })

/** Takes it out of use, or back into it. */
export const retireQuestionnaire = ({ id, version }: Seen, retired: boolean) =>
  api.put(`${place}/${id}/retirement`, QuestionnaireView, { body: { retired }, version })

/** Writes down what was answered in a case. */
export const answerQuestionnaire = (caseId: string, body: AnswerQuestionnaire) =>
  api.post(`/api/cases/${caseId}/questionnaire-answers`, AnsweredView, { body, idempotencyKey: body.id })

/** Brings in a form made elsewhere. */
export async function bringForm(id: string, file: File): Promise<QuestionnaireView> {
  let response: Response
  try {
    response = await fetch(`${place}/imports`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        ...headersOfPage(),
        'Content-Type': 'application/octet-stream',
        'Idempotency-Key': id,
        'Import-Id': id,
        'Import-Name': encodeURIComponent(file.name),
      },
      body: file,
    })
  } catch (cause) {
    throw new ServerUnreachable('no answer', { cause })
  }
  if (!response.ok) throw await refusalFrom(response)
  return QuestionnaireView.parse(await response.json())
}

/** Shows everything about questionnaires anew after something was written. */
export function useAfterQuestionnaire() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: key })
}
