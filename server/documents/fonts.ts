/** The family that covers Chinese, English and Russian in every document; the files are in `fonts/`. */
export const documentFont = 'Noto Sans SC'
