import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { menu } from '../../cards/kit/commands.ts';
import { type Language, languages, textIn } from '../../cards/text/languages.ts';
import { about } from './about.ts';
import type { AppOwner } from './organisation.ts';

const schemas = 'https://developer.microsoft.com/json-schemas/teams/v1.30';
const [first = 'da', ...others] = languages;

/** What Teams is told of the app: one bot, in teams' channels only, whose commands are the words it really answers to. */
export function manifest({ appId, developer }: AppOwner, version: string): TeamsManifestLatest {
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion: '1.30',
    version,
    id: appId,
    developer,
    name: { short: 'Samspil', full: about[first].name },
    description: { short: about[first].short, full: about[first].full },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0B4A5E',
    localizationInfo: {
      defaultLanguageTag: first,
      additionalLanguages: others.map((language) => ({ languageTag: language, file: `${language}.json` })),
    },
    bots: [
      {
        botId: appId,
        scopes: ['team'],
        needsChannelSelector: true,
        isNotificationOnly: false,
        supportsFiles: false,
        supportsTargetedMessages: true,
        commandLists: [{ scopes: ['team'], triggers: ['mention', 'slash'], commands: commands(first) }],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    defaultInstallScope: 'team',
    defaultGroupCapability: { team: 'bot' },
    supportsChannelFeatures: 'tier1',
  };
}

/** The file of each further language, by its name in the package. */
export function translations(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(others.map((language) => [`${language}.json`, translation(language)]));
}

function translation(language: Language): Record<string, string> {
  const said: Record<string, string> = {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    'name.short': 'Samspil',
    'name.full': about[language].name,
    'description.short': about[language].short,
    'description.full': about[language].full,
  };
  for (const [index, { title, description }] of commands(language).entries()) {
    said[`bots[0].commandLists[0].commands[${index}].title`] = title;
    said[`bots[0].commandLists[0].commands[${index}].description`] = description;
  }
  return said;
}

/** What the menus offer, after a mention and after a slash. The others stand on the help card. */
function commands(language: Language): { title: string; description: string }[] {
  const { words, help } = textIn(language);
  return menu.map((card) => ({ title: words[card], description: help.does[card] }));
}
