// discord.js as a client of the fake Discord. Each event is one line of JSON on standard output; it ends when its
// standard input does. Environment: DISCORD_API (without the version), DISCORD_TOKEN, DISCORD_COMPRESS ("none" or
// nothing).
import { createInterface } from 'node:readline';
import {
  ActionRowBuilder, ApplicationCommandType, ApplicationIntegrationType, AttachmentBuilder, ButtonBuilder, ButtonStyle,
  Client, ContextMenuCommandBuilder, EmbedBuilder, Events, GatewayIntentBits, InteractionContextType, LabelBuilder,
  MessageFlags, ModalBuilder, Partials, PermissionFlagsBits, SlashCommandBuilder, StringSelectMenuBuilder,
  TextDisplayBuilder, TextInputBuilder, TextInputStyle,
} from 'discord.js';
import { SimpleShardingStrategy } from '@discordjs/ws';

const tell = (event, more = {}) => process.stdout.write(`${JSON.stringify({ event, ...more })}\n`);

const client = new Client({
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel, Partials.Message],
  allowedMentions: { parse: [] },
  rest: { api: process.env.DISCORD_API },
  ws: {
    buildStrategy: manager => {
      if (process.env.DISCORD_COMPRESS === 'none') manager.options.compression = null;
      return new SimpleShardingStrategy(manager);
    },
  },
});

const everywhere = builder => builder
  .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel)
  .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall);

const definitions = [
  everywhere(new SlashCommandBuilder().setName('ping').setDescription('Answers at once')
    .setDescriptionLocalization('de', 'Antwortet sofort')),
  everywhere(new SlashCommandBuilder().setName('slow').setDescription('Thinks, answers, and goes on')
    .addBooleanOption(option => option.setName('quiet').setDescription('For the asker alone'))),
  everywhere(new SlashCommandBuilder().setName('find').setDescription('Completes what is typed')
    .addStringOption(option => option.setName('what').setDescription('What to find').setRequired(true).setAutocomplete(true))
    .addIntegerOption(option => option.setName('limit').setDescription('How many').setMinValue(1).setMaxValue(25))
    .addStringOption(option => option.setName('order').setDescription('Which first').addChoices({ name: 'Newest', value: 'new' }))),
  everywhere(new SlashCommandBuilder().setName('form').setDescription('Opens a modal')),
  new SlashCommandBuilder().setName('say').setDescription('Posts to the channel, twice with one nonce')
    .setContexts(InteractionContextType.Guild).setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addStringOption(option => option.setName('text').setDescription('What to post').setMaxLength(2000).setRequired(true)),
  everywhere(new SlashCommandBuilder().setName('file').setDescription('Answers with a file')),
  everywhere(new SlashCommandBuilder().setName('fetch').setDescription('Reads its own answer back and deletes it')),
  everywhere(new ContextMenuCommandBuilder().setName('Quote this').setType(ApplicationCommandType.Message)),
];

const row = (...components) => new ActionRowBuilder().addComponents(components);

const button = label => row(new ButtonBuilder().setCustomId('more').setLabel(label).setStyle(ButtonStyle.Primary));

const menu = () => row(new StringSelectMenuBuilder().setCustomId('pick').setPlaceholder('Pick one')
  .addOptions({ label: 'First', value: '1' }, { label: 'Second', value: '2', description: 'The other one' }));

const commands = {
  async ping(interaction) {
    const embed = new EmbedBuilder().setTitle('Pong').setDescription('At once').setColor(0x5865f2).setTimestamp()
      .addFields({ name: 'Where', value: interaction.channelId, inline: true }).setFooter({ text: 'discord.js' });
    const answer = { content: 'pong', embeds: [embed], components: [button('More'), menu()] };
    const response = await interaction.reply({ ...answer, withResponse: true });
    tell('replied', { message: response.resource.message.id, content: response.resource.message.content });
  },
  async slow(interaction) {
    await interaction.deferReply(interaction.options.getBoolean('quiet') ? { flags: MessageFlags.Ephemeral } : {});
    await interaction.editReply({ content: 'thought about it' });
    const loud = await interaction.followUp({ content: 'for all' });
    const quiet = await interaction.followUp({ content: 'for you', flags: MessageFlags.Ephemeral });
    tell('followed', { loud: loud.id, quiet: quiet.id });
  },
  async find(interaction) {
    const { options } = interaction;
    await interaction.reply(`found ${options.getString('what')} ${options.getInteger('limit')} ${options.getString('order')}`);
  },
  async form(interaction) {
    const input = new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph).setMaxLength(4000);
    const tones = new StringSelectMenuBuilder().setCustomId('tones').setRequired(false).setMinValues(0).setMaxValues(2)
      .addOptions({ label: 'Loud', value: 'loud', default: true }, { label: 'Slow', value: 'slow' });
    await interaction.showModal(new ModalBuilder().setCustomId('words').setTitle('Say it')
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('Say what you **think**.'))
      .addLabelComponents(
        new LabelBuilder().setLabel('Your words').setDescription('Anything').setTextInputComponent(input),
        new LabelBuilder().setLabel('Tones').setStringSelectMenuComponent(tones)));
  },
  async say(interaction) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const channel = await client.channels.fetch(interaction.channelId, { allowUnknownGuild: true });
    const message = { content: interaction.options.getString('text'), nonce: interaction.id, enforceNonce: true };
    const first = await channel.send(message);
    const second = await channel.send(message);
    tell('said', { interaction: interaction.id, first: first.id, second: second.id });
    await channel.messages.edit(first, 'edited');
    await interaction.editReply('said');
  },
  async file(interaction) {
    const table = Buffer.from('a,b\r\n1,2\r\n');
    const attachment = new AttachmentBuilder(table, { name: 'table.csv', description: 'A table' });
    await interaction.reply({ content: 'see the file', files: [attachment] });
  },
  async fetch(interaction) {
    await interaction.reply('short-lived');
    const message = await interaction.fetchReply();
    tell('fetched', { message: message.id, content: message.content });
    await interaction.deleteReply();
    tell('deleted', { message: message.id });
  },
  async 'Quote this'(interaction) {
    await interaction.reply({ content: `> ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral });
  },
};

const components = {
  more: interaction => interaction.update({ content: 'pong, and more', components: [] }),
  async pick(interaction) {
    await interaction.deferUpdate();
    await interaction.editReply({ content: `picked ${interaction.values.join()}` });
  },
};

async function answer(interaction) {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}!`, value: typed }, { name: 'Another', value: 'other' }]);
  } else if (interaction.isCommand()) await commands[interaction.commandName](interaction);
  else if (interaction.isMessageComponent()) await components[interaction.customId](interaction);
  else if (interaction.isModalSubmit()) {
    const { fields } = interaction;
    const said = `you said ${fields.getTextInputValue('text')} (${fields.getStringSelectValues('tones').join('+')})`;
    await interaction.reply({ content: said, flags: MessageFlags.Ephemeral });
  }
}

const fault = error => tell('error', { name: error.name, message: error.message, code: error.code });

client.on(Events.InteractionCreate, interaction => answer(interaction).catch(fault));
client.on(Events.MessageCreate, message => tell('message', { id: message.id, content: message.content, author: message.author.id }));
client.on(Events.Raw, packet => tell('dispatch', { type: packet.t, sequence: packet.s, id: packet.d?.id }));
client.on(Events.ShardResume, (shard, replayed) => tell('resumed', { shard, replayed }));
client.on(Events.ShardReady, shard => tell('shardReady', { shard }));
client.on(Events.ShardReconnecting, shard => tell('reconnecting', { shard }));
client.on(Events.ShardDisconnect, (close, shard) => tell('disconnected', { shard, code: close.code }));
client.on(Events.ShardError, fault);
client.on(Events.Error, fault);
client.rest.on('rateLimited', info => tell('rateLimited', { route: info.route, global: info.global, wait: info.timeToReset }));
client.once(Events.ClientReady, async ready => {
  tell('ready', { user: ready.user.id, name: ready.user.username, application: ready.application.id });
  try {
    const registered = await ready.application.commands.set(definitions);
    tell('registered', { names: registered.map(command => command.name) });
  } catch (error) {
    fault(error);
  }
});
process.on('unhandledRejection', fault);

createInterface({ input: process.stdin }).on('close', async () => {
  await client.destroy();
  tell('stopped');
  process.exit(0);
});

client.login(process.env.DISCORD_TOKEN).catch(error => {
  fault(error);
  process.exitCode = 1;
});
