import type { Act, Button, Field } from './parts.ts';

/** So many buttons stand on a card; the others are in its menu of further actions. */
export const mostButtons = 3;

/** The data of buttons, in their order. */
export function acts(all: readonly Act[], template: string) {
  const place = (act: Act, at: number) => ({
    title: act.title,
    style: act.primary ? 'positive' : null,
    mode: act.aside || at >= mostButtons ? 'secondary' : null,
    verb: null,
    url: null,
    picks: null,
    sends: null,
  });
  const shown = [...all.filter(({ aside }) => !aside), ...all.filter(({ aside }) => aside)];
  return shown.map((act, at) => {
    if ('link' in act) return { ...place(act, at), type: 'Action.OpenUrl', url: act.link };
    if (!('writes' in act)) return { ...place(act, at), type: 'Action.Execute', ...pressed(act, template) };
    const { note, fields, missing, submit } = act.writes;
    return {
      ...place(act, at),
      type: 'Action.ShowCard',
      note,
      fields: fieldData(fields, missing).map((field) => ({ ...field, id: `${field.id}--${at}` })),
      submits: [{ title: submit.title, style: submit.primary ? 'positive' : null, ...pressed(submit, template) }],
    };
  });
}

function pressed({ verb, open = '', shown = '', of = '', picks = {}, sends }: Button, template: string) {
  return { verb, sends: sends ? 'auto' : 'none', picks: { open, shown, case: of, template, ...picks } };
}

export function fieldData(fields: readonly Field[], missing: string) {
  return fields.map((field) => ({ required: true, style: 'expanded', long: false, hint: '–', value: '', ...field, missing }));
}
