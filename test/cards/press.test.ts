import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import { deck, words } from '../../cards/deck.ts';
import type { Form, Reading } from '../../cards/kit/card.ts';
import { type Language, languages } from '../../cards/text/languages.ts';
import { charter as fjord } from '../kit/charter.ts';

describe('a press read off a card', () => {
  const key = `p-${'0a'.repeat(12)}`;
  const press = (card: CardName, verb: string, inputs: Readonly<Record<string, string>>, picks: Form['picks'] = {}): Reading => {
    const read = deck[card].verbs[verb];
    if (!read) throw new Error(`${card} has no ${verb}`);
    return read({
      about: card === 'meeting' ? 'meeting/m1' : 'body/panel',
      occasion: null,
      inputs,
      picks,
      charter: fjord(),
      now: Temporal.Instant.from('2015-02-02T08:00:00Z'),
      newId: 'n1',
      seal: (field, typed) => ({ ref: `${field}=${typed}`, mac: '' }),
    });
  };
  const planned = (inputs: Readonly<Record<string, string>>) =>
    press('new-meeting', 'plan', { date: '2015-03-04', from: '09:00', to: '11:00', place: 'Lokale 3', ...inputs });

  test('a meeting is planned in the collaboration’s time zone, summer and winter', () => {
    expect(planned({})).toMatchObject({ stream: 'meeting/n1', command: { start: '2015-03-04T08:00:00Z', end: '2015-03-04T10:00:00Z' } });
    expect(planned({ date: '2015-06-10' })).toMatchObject({ command: { start: '2015-06-10T07:00:00Z' } });
  });

  test('a date whose deadlines the holidays push together is asked about once more, unless the meeting is extraordinary', () => {
    const august = { date: '2015-08-04' };
    const asked = { read: 'view', open: 'write', picks: { date: '2015-08-04', place: 'Lokale 3', crowded: '2015-08-04' } };
    const save = (inputs: Readonly<Record<string, string>>, crowded: string) =>
      press('new-meeting', 'plan', { from: '09:00', to: '11:00', place: 'Lokale 3', ...inputs }, { open: 'write', crowded });
    expect(save(august, '')).toMatchObject(asked);
    expect(save(august, '2015-08-03')).toMatchObject(asked);
    expect(save(august, '2015-08-04')).toMatchObject({ command: { type: 'PlanMeeting', start: '2015-08-04T07:00:00Z' } });
    expect(save({ ...august, kind: 'extraordinary' }, '')).toMatchObject({ command: { type: 'PlanMeeting' } });
    expect(save({ date: '2015-08-17' }, '')).toMatchObject({ command: { type: 'PlanMeeting' } });
    const moved = (crowded: string) =>
      press(
        'meeting-change',
        'move',
        { ...august, from: '09:00', to: '11:00', place: 'Lokale 3', reason: 'Ferie' },
        { open: 'move', crowded },
      );
    expect(moved('')).toMatchObject({ ...asked, open: 'move' });
    expect(moved('2015-08-04')).toMatchObject({ command: { type: 'MoveMeeting' } });
  });

  test('an hour that is skipped in spring is refused, and an hour that comes twice in autumn means the first', () => {
    expect(planned({ date: '2015-03-29', from: '02:30', to: '04:00' })).toEqual({ refused: 'not-a-date', field: 'from' });
    expect(planned({ date: '2015-10-25', from: '02:30', to: '04:00' })).toMatchObject({ command: { start: '2015-10-25T00:30:00Z' } });
  });

  test.each([
    [{ date: '' }, { refused: 'missing', field: 'date' }],
    [{ date: '2015-02-30' }, { refused: 'not-a-date', field: 'date' }],
    [{ date: 'i morgen' }, { refused: 'not-a-date', field: 'date' }],
    [{ from: '25:00' }, { refused: 'not-a-date', field: 'from' }],
    [{ to: '' }, { refused: 'missing', field: 'to' }],
    [{ place: 'http://meet.example/a' }, { refused: 'not-a-link' }],
    [{ place: 'javascript://alert(1)' }, { refused: 'not-a-link' }],
    [{ place: 'https://user:secret@meet.example/' }, { refused: 'not-a-link' }],
    [{ place: 'x'.repeat(301) }, { refused: 'too-long', field: 'place', most: 300 }],
  ])('a meeting with %j is refused with a reason', (inputs, refusal) => {
    expect(planned(inputs)).toEqual(refusal);
  });

  test('a link is taken out of what was typed, and the place is kept', () => {
    expect(planned({ place: 'Lokale 3 https://meet.example/a' })).toMatchObject({
      command: { place: { ref: 'place=Lokale 3' }, link: { ref: 'link=https://meet.example/a' } },
    });
  });

  test('a press that names something other than a person is refused', () => {
    for (const words of ['Hr. Hansen', '<script>', 'hansen', 'p-1']) {
      expect(press('meeting', 'deputy', { deputy: words })).toEqual({ refused: 'unknown-person' });
      expect(press('seats', 'undeputy', { deputy: `a1 ${words}` })).toEqual({ refused: 'unknown-person' });
    }
    expect(press('meeting', 'record', { person: key, attendance: 'perhaps' })).toEqual({ refused: 'missing', field: 'attendance' });
    expect(press('seats', 'fill', { person: key, from: '2015-02-02' })).toEqual({ refused: 'missing', field: 'seat' });
  });

  test('each button sends the command that it names', () => {
    expect(press('meeting-change', 'renew', {})).toMatchObject({ command: { type: 'UseSettings' } });
    expect(press('meeting', 'coming', {})).toMatchObject({ command: { type: 'AnswerAttendance', attendance: 'coming' } });
    expect(press('seats', 'fill', { person: key, from: '2015-02-02' }, { seat: 'chair' })).toMatchObject({
      stream: 'body/panel',
      command: { type: 'FillSeat', appointment: 'n1', seat: 'chair', person: key },
    });
  });
});

test('the same cards open by a word in every language', () => {
  const opened = (language: Language) => new Set(Object.values(words[language]));
  expect(words.da['nyt møde']).toBe('new-meeting');
  expect(opened('en')).toEqual(opened('da'));
  for (const language of languages) for (const card of opened(language)) expect(deck).toHaveProperty(card);
});
