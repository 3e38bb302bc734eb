import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import type { Leads, Role } from '../world/cast.ts';

/** Who has the parts that the tour speaks of, by the id Teams knows them by; a part that nobody has is left out. */
export function rolesIn(charter: Charter, cast: readonly Role[], { group, above }: Leads): Readonly<Record<string, string>> {
  const { secretariat } = charter.collaboration;
  const sits = (body: BodyId | null, role: 'chair' | 'secretary' | 'member', nth = 0): string | undefined => {
    const seats = charter.bodies
      .filter(({ id }) => id === body)
      .flatMap(({ terms }) => terms.flatMap((each) => each.seats))
      .filter((seat) => seat.role === role)
      .map(({ id }) => id);
    return cast.filter((each) => each.seats.some((place) => place.body === body && seats.includes(place.seat)))[nth]?.person.id;
  };
  const parts = {
    member: sits(group, 'member', 1),
    owner: sits(group, 'member', 0),
    chair: sits(group, 'chair', 0),
    other: sits(group, 'chair', 1),
    aboveChair: sits(above, 'chair', 0),
    aboveOther: sits(above, 'chair', 1),
    secretary: sits(secretariat, 'secretary', 0),
    otherSecretary: sits(secretariat, 'secretary', 1),
  };
  return Object.fromEntries(Object.entries(parts).flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])));
}
