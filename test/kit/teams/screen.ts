/** A card as somebody reads it: its title, its words, its buttons by their labels and its fields by theirs. */
export type Shown = Readonly<Record<string, unknown>>;
export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Shown;
  /** Sends what is typed along. */
  readonly sends: boolean;
}
interface Field {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly value: string;
  readonly required: boolean;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** What the card is about: its heading, or its first line where it has none. */
export function titleOf(card: Shown): string {
  const heading = parts(card).find(({ type, style }) => type === 'TextBlock' && String(style).toLowerCase() === 'heading');
  return heading ? String(heading.text ?? '') : (wordsOf(card)[0] ?? '');
}

/** What has a title of its own is called by that, whoever's it is. */
const titled = /^(Bestilling|Del af en bestilling|Erfaring|Indsats) · /;

/** As somebody speaks of the card: its kind and its title, `Erfaring: Besøg dagen efter`, or whose it is, `Møde: panel`, or its title alone. */
export function nameOf(card: Shown): string {
  const title = titleOf(card);
  const above = aboveTitle(card);
  if (above === '' || above === 'Samspil') return title;
  const kind = titled.exec(above)?.[1];
  if (kind !== undefined) return `${kind}: ${title}`;
  return above.includes(' · ') ? above.replace(' · ', ': ') : `${title}: ${above}`;
}

function aboveTitle(card: Shown): string {
  const blocks = parts(card).filter(({ type }) => type === 'TextBlock');
  const at = blocks.findIndex(({ style }) => String(style).toLowerCase() === 'heading');
  return at <= 0 ? '' : String(blocks[at - 1]?.text ?? '');
}

/** A card is called by its title, by its kind and its title, `Erfaring: Besøg dagen efter`, or as somebody speaks of it. */
export function isCalled(card: Shown, begins: string): boolean {
  const title = titleOf(card);
  const above = aboveTitle(card);
  const names = above === '' ? [title] : [title, `${above.split(' · ')[0]}: ${title}`, nameOf(card)];
  return names.some((each) => each.startsWith(begins));
}

/** Everything on the card that can be read, in order; without the mark that something unfolds. */
export function wordsOf(card: Shown): readonly string[] {
  return parts(card).flatMap((part) => {
    if (part.type === 'TextBlock') return [String(part.text ?? '').replace(/ ▾$/, '')];
    return 'title' in part && 'value' in part && !('type' in part) ? [`${part.title}: ${part.value}`] : [];
  });
}

/** Everything that is said on the card: its words, its buttons and what each of them stands for, its fields and their choices. */
export function saidOn(card: Shown): readonly string[] {
  return [
    ...wordsOf(card),
    ...buttonsOf(card).map(({ title, verb, data }) => `[${title}] ${verb} ${JSON.stringify({ ...data, form: '', version: '' })}`),
    ...fieldsOf(card).map(({ label, choices }) => `${label}: ${choices.map(({ title }) => title).join(', ')}`),
  ];
}

/** A button that unfolds fields on the card itself, with what stands in there. */
export function unfoldedOn(card: Shown, title: string): Shown | null {
  const button = parts(card).find((part) => part.type === 'Action.ShowCard' && part.title === title);
  return isShown(button?.card) ? button.card : null;
}

/** What stands on the card's buttons. */
export function labelsOn(card: Shown): readonly string[] {
  const pressed = ['Action.Execute', 'Action.ShowCard'];
  return parts(card, false).flatMap(({ type, title }) =>
    pressed.includes(String(type)) && typeof title === 'string' && title !== '' ? [title] : [],
  );
}

/** What can be pressed as the card stands; with what lies folded behind other buttons, where that is asked for. */
export function buttonsOf(card: Shown, { folded = true } = {}): readonly Button[] {
  return parts(card, folded)
    .filter((part) => part.type === 'Action.Execute')
    .map((part) => ({
      title: String(part.title ?? ''),
      verb: String(part.verb ?? ''),
      data: isShown(part.data) ? part.data : {},
      sends: part.associatedInputs !== 'none',
    }))
    .filter(({ title }) => title !== '');
}

/** What the client presses by itself when it shows a message; null: nothing. */
export function refreshOf(card: Shown): Button | null {
  const action = isShown(card.refresh) ? card.refresh.action : null;
  if (!isShown(action)) return null;
  return { title: '', verb: String(action.verb ?? ''), data: isShown(action.data) ? action.data : {}, sends: false };
}

/** What a press on the button sends, with these words in the fields of these labels; a choice is named by its title. */
export function pressed(card: Shown, button: Button, written: Readonly<Record<string, string>>, unfolded: Shown | null = null): Shown {
  if (!button.sends) return button.data;
  const fields = [...fieldsOf(card, false), ...(unfolded ? fieldsOf(unfolded) : [])];
  for (const label of Object.keys(written)) {
    if (!fields.some((field) => field.label === label)) {
      throw new Error(`no field is called "${label}", but ${fields.map((field) => `"${field.label}"`).join(', ')}`);
    }
  }
  const inputs = fields.flatMap((field) => {
    const words = written[field.label];
    const value = words === undefined ? field.value : valueFor(field, words);
    if (value === '' && field.required) throw new Error(`"${field.label}" must be filled in`);
    return value === '' ? [] : [[field.id, value] as const];
  });
  return { ...button.data, ...Object.fromEntries(inputs) };
}

function valueFor(field: Field, words: string): string {
  if (field.type !== 'Input.ChoiceSet') return words;
  const choice = field.choices.find(({ title }) => title === words) ?? field.choices.find(({ title }) => title.startsWith(words));
  if (!choice) throw new Error(`"${words}" is no choice of "${field.label}", but ${field.choices.map(({ title }) => title).join(', ')}`);
  return choice.value;
}

function fieldsOf(card: Shown, folded = true): readonly Field[] {
  return parts(card, folded)
    .filter((part) => String(part.type ?? '').startsWith('Input.'))
    .map((part) => ({
      id: String(part.id),
      type: String(part.type),
      label: String(part.label ?? ''),
      value: String(part.value ?? ''),
      required: part.isRequired === true,
      choices: (Array.isArray(part.choices) ? part.choices : []).map((choice: Shown) => ({
        title: String(choice.title),
        value: String(choice.value),
      })),
    }));
}

/** Every object in the card that is shown; what a refresh would fetch and a button would send is not. */
function parts(value: unknown, folded = true): readonly Shown[] {
  if (Array.isArray(value)) return value.flatMap((each) => parts(each, folded));
  if (!isShown(value)) return [];
  const unseen = ['refresh', 'data', 'msteams', 'choices', ...(folded ? [] : ['card'])];
  return [value, ...Object.entries(value).flatMap(([key, each]) => (unseen.includes(key) ? [] : parts(each, folded)))];
}

function isShown(value: unknown): value is Shown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
