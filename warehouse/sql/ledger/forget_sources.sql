DELETE FROM source_states WHERE watch = $watch AND url IN (SELECT unnest($urls::VARCHAR[]));
