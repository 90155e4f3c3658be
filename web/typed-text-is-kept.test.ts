import { expect, test } from 'vitest'
import { typedStates } from './typed-text.ts'

const sources = import.meta.glob<string>(
  ['./**/*.tsx', './**/*.ts', '!./**/*.test.ts', '!./{gallery,ui}/**'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)

/** What stays in memory alone, and why. */
const inMemory = new Map([
  ['./access/CodeForm.tsx: code', 'a code for signing in'],
  ['./access/EnrolmentForm.tsx: code', 'a code for signing in'],
  ['./access/NewPasswordForm.tsx: password', 'a password'],
  ['./access/PasswordForm.tsx: password', 'a password'],
  ['./access/PresentPasswordForm.tsx: password', 'a password'],
  ['./access/ResetPage.tsx: token', 'the secret of a link'],
  ['./access/SetUpPage.tsx: answers', 'a password, before anybody is known'],
  ['./audit/AuditLogPage.tsx: filter', 'a search'],
  ['./break-glass/BreakGlassBanner.tsx: left', 'the minutes left'],
  ['./break-glass/BreakGlassPage.tsx: whose', 'it says whose case is opened unseen'],
  ['./case/assessment/useAssessmentDraft.ts: asked', 'the sheet last sent, not what is typed'],
  ['./case/evaluation/useSignableDraft.ts: asked', 'the sheet last sent, not what is typed'],
  ['./case/intake/inquiry/ReporterForm.tsx: sheet', 'the identity of a protected reporter'],
  ['./case/intake/reception/GivenFields.tsx: words', 'a search'],
  ['./case/intake/web-form/AskPage.tsx: said', 'nobody is signed in, and the device may be anybody’s'],
  ['./directory/DirectoryPage.tsx: filters', 'a search'],
  ['./drawings/GenogramPage.tsx: chosen', 'who is chosen on the picture'],
  ['./drawings/GenogramPage.tsx: line', 'a line begun on the picture'],
  ['./drawings/GenogramPage.tsx: shown', 'how the picture is looked at, which nobody sends'],
  ['./instruments/questionnaires/AnswerForm.tsx: now', 'the moment at which the form was opened'],
  [
    './instruments/questionnaires/useFill.ts: form',
    'whoever draws the form is told every letter, and keeps it',
  ],
  ['./instruments/questionnaires/NameField.tsx: typed', 'a name on its way into the design, which is kept'],
  ['./people/NewPersonPanel.tsx: idNumber', 'an identity number'],
  ['./people/SafeAddress.tsx: address', 'where somebody hides'],
  ['./secure-links/IssueDialog.tsx: days', 'beside the answer that opens a link, which is asked anew'],
  ['./secure-links/IssueDialog.tsx: phoneTail', 'the answer that opens a link'],
  ['./secure-links/LinkPage.tsx: answer', 'the answer that opens a link'],
  ['./secure-links/LinkPage.tsx: opened', 'which link was opened, not what is typed'],
  ['./secure-links/LinkPage.tsx: token', 'the secret of a link'],
  ['./sharing/MoveDialog.tsx: value', 'nobody is signed in, and the device may be anybody’s'],
])

test('what is typed into a form is kept on this device until it was sent', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(200)
  const found = Object.entries(sources).flatMap(([file, source]) =>
    typedStates(source).map((name) => `${file}: ${name}`),
  )
  expect(found.filter((state) => !inMemory.has(state))).toEqual([])
  expect([...inMemory.keys()].filter((state) => !found.includes(state))).toEqual([])
})

test('text in a state is found, whatever it begins with', () => {
  const form = (state: string) => `${state}\nconst saving = useMutation({ mutationFn })`
  expect(typedStates(form("const [reason, setReason] = useState('')"))).toEqual(['reason'])
  expect(typedStates(form("const [reason, set] = useState(same ? before.reason : '')"))).toEqual(['reason'])
  expect(typedStates(form('const [sheet, write] = useState<Sheet | null>(() => start ?? blank)'))).toEqual([
    'sheet',
  ])
  expect(typedStates(form('const [said, say] = useState(nothing)'))).toEqual(['said'])
  const field = '<DateField label={t("since")} value={since} onChange={setSince} />'
  expect(typedStates(`const [since, setSince] = useState<string | null>(null)\n${field}`)).toEqual(['since'])
})

test('a form of the library is found wherever it is, for nobody sees what it holds', () => {
  expect(typedStates('const form = useForm<Values>({ defaultValues })')).toEqual(['form'])
})

test('what is opened, closed or chosen, and a file that sends nothing, need no reason', () => {
  const form = (state: string) => `${state}\nconst saving = useMutation({ mutationFn })`
  for (const begins of ['false', 'null', "'waiting'", '[]', '() => crypto.randomUUID()', 'isOpen', 'a === b'])
    expect(typedStates(form(`const [one, setOne] = useState<Some<Kind> | null>(${begins})`))).toEqual([])
  const choice = '<ChoiceField label={t("kind")} value={kind} onChange={setKind} />'
  expect(typedStates(form(`const [kind, setKind] = useState<Kind>(known.kind)\n${choice}`))).toEqual([])
  expect(typedStates("const [text, setText] = useState('')")).toEqual([])
})
