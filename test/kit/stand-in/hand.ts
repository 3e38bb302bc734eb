/** What the stand-in's page cannot do is asked of the bot's own address: who sits at the screen, and the time. */
export function handOn(address: string) {
  const asks = async (path: string, body: object): Promise<Response> =>
    fetch(`${address}/room/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    asks,
    becomes: async (name: string): Promise<void> => {
      if (!(await asks('person', { name })).ok) throw new Error(`nobody is called ${name}`);
    },
    /** The clock goes on by each of these, one after the other; what it shows then. */
    passes: async (...lengths: readonly string[]): Promise<string> => {
      let shown = '';
      for (const by of lengths) {
        const answered = await asks('clock', { by });
        if (!answered.ok) throw new Error(`the clock does not go on by ${by}`);
        ({ now: shown } = (await answered.json()) as { readonly now: string });
      }
      return shown;
    },
  };
}
