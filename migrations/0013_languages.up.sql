-- The language of letters to somebody; null for what is usual here.
alter table profile
add column language text
    constraint profile_language_is_short check (length(language) between 2 and 8);
