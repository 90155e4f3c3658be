import { defineWords } from '#web/app/words.ts'

/** The page of a genogram. */
export const genogramPageWords = defineWords({
  'zh-CN': {
    title: '家系图',
    of: '{name}的家系图',
    lead: '根据已登记的亲属关系绘制。要补充或修改，请回到此人的页面。',
    back: '回到此人的页面',
    choices: '显示方式',
    initials: '只显示姓氏或首字母，用于分享',
    print: '打印',
    saveSvg: '保存为SVG',
    savePng: '保存为PNG',
    picture: '图',
    inWords: '用文字说明此图',
    notDrawn: '已登记的关系未说明他们在家庭中的位置，因此未画入图中：{names}。',
    noFamily: '还没有登记亲属。在此人的页面添加父母、配偶或子女后，这里会画出家庭。',
    notSaved: '图片无法保存。请再试一次，或改存为SVG。',
  },
  en: {
    title: 'Genogram',
    of: 'Genogram of {name}',
    lead: 'Drawn from the relations that are recorded. To add or change any, go back to the person.',
    back: 'Back to the person',
    choices: 'What is shown',
    initials: 'Initials only, for sharing',
    print: 'Print',
    saveSvg: 'Save as SVG',
    savePng: 'Save as PNG',
    picture: 'Picture',
    inWords: 'This picture in words',
    notDrawn: 'Their relation does not say where in the family they belong, so they are not drawn: {names}.',
    noFamily:
      'No relatives are recorded yet. Add parents, a partner or children on the page of the person, and the family is drawn here.',
    notSaved: 'The picture could not be saved. Try again, or save it as SVG.',
  },
  ru: {
    title: 'Генограмма',
    of: 'Генограмма: {name}',
    lead: 'Построена по записанным родственным связям. Дополнить или исправить их можно на странице человека.',
    back: 'К странице человека',
    choices: 'Что показано',
    initials: 'Только инициалы, чтобы показать другим',
    print: 'Напечатать',
    saveSvg: 'Сохранить как SVG',
    savePng: 'Сохранить как PNG',
    picture: 'Рисунок',
    inWords: 'Этот рисунок словами',
    notDrawn:
      'По записанной связи не ясно, какое место в семье они занимают, поэтому их нет на рисунке: {names}.',
    noFamily:
      'Родные ещё не записаны. Добавьте родителей, супруга или детей на странице человека, и здесь появится семья.',
    notSaved: 'Не удалось сохранить рисунок. Попробуйте ещё раз или сохраните как SVG.',
  },
})
