/** The name of a button with Chinese words: the component library may put a space between two characters. */
export function verb(words: string): RegExp {
  return new RegExp(`^${[...words].join("\\s?")}$`);
}
