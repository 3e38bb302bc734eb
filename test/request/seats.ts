/** The secretariat answers for the political body and for the clusters, which have no keys of their own. */
export const seats = [
  ['faellessekretariatet', 'Rigmor Regn', 'regional-konsulent'],
  ['faellessekretariatet', 'Kurt Kyst', 'kosu-konsulent'],
  ['sundhedsstyregruppen', 'Regitze Rand', 'regional-formand'],
  ['sundhedsstyregruppen', 'Kaj Kant', 'kommunal-formand'],
] as const;
