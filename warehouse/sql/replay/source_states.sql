SELECT * FROM source_states;
