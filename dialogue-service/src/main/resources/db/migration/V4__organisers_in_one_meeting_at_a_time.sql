-- An organiser may be in several rounds, and is in one meeting at a time all the same. The constraint has to see who it is.

alter table dialogue
    add constraint dialogue_organiser unique (id, organiser);

alter table meeting
    add column organiser text;

update meeting set organiser = dialogue.organiser from dialogue where dialogue.id = meeting.dialogue;

alter table meeting
    alter column organiser set not null,
    add foreign key (dialogue, organiser) references dialogue (id, organiser),
    drop constraint meeting_dialogue_has_one_at_a_time,
    add constraint meeting_organiser_is_in_one_at_a_time exclude using gist (organiser with =, during with &&);
