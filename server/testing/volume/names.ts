const surnames = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹')
const middles = Array.from('桂小大文春玉秀建志国海丽雪晓永子天')
const lasts = Array.from('英龙芳伟敏静强磊军洋勇艳杰娟涛明超霞平兰梅珍华玲红')

const families =
  'Иванов Петров Смирнов Кузнецов Попов Васильев Соколов Михайлов Новиков Фёдоров Морозов Волков'.split(' ')
const given = 'Мария Ольга Анна Елена Наталья Татьяна Ирина Светлана Галина Людмила'.split(' ')
const fathers = 'Иванович Петрович Сергеевич Алексеевич Николаевич'
  .split(' ')
  .map((one) => one.replace(/ич$/u, 'на'))

/** Every name of the scratch data: Chinese ones, and one Russian for every ten of them. */
export function allNames(): string[] {
  const chinese = surnames.flatMap((one) => middles.flatMap((two) => lasts.map((three) => one + two + three)))
  const russian = families.flatMap((one) =>
    given.flatMap((two) => fathers.map((three) => `${one}а ${two} ${three}`)),
  )
  return chinese.flatMap((name, at) =>
    at % 10 === 9 ? [name, russian[((at / 10) % russian.length) | 0] ?? name] : [name],
  )
}
