//! Where Regions are: their country and continent, and the round trip from one to another.

/// A Region and where it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegionPlace {
    /// AWS's code.
    pub code: &'static str,
    /// The country, as two letters.
    pub country: &'static str,
    /// The continent, as Route 53 abbreviates it.
    pub continent: &'static str,
    /// Its direction from the middle of the earth, in thousandths.
    direction: [i16; 3],
}

const fn place(code: &'static str, country: &'static str, continent: &'static str, direction: [i16; 3]) -> RegionPlace {
    RegionPlace { code, country, continent, direction }
}

/// The Regions whose place is known.
pub const REGIONS: &[RegionPlace] = &[
    place("us-east-1", "US", "NA", [168, -760, 628]),
    place("us-east-2", "US", "NA", [93, -760, 643]),
    place("us-west-1", "US", "NA", [-420, -674, 607]),
    place("us-west-2", "US", "NA", [-345, -606, 717]),
    place("ca-central-1", "CA", "NA", [198, -672, 713]),
    place("mx-central-1", "MX", "NA", [-169, -921, 352]),
    place("sa-east-1", "BR", "SA", [630, -666, -399]),
    place("eu-west-1", "IE", "EU", [594, -66, 802]),
    place("eu-west-2", "GB", "EU", [623, -1, 783]),
    place("eu-west-3", "FR", "EU", [657, 28, 754]),
    place("eu-central-1", "DE", "EU", [634, 97, 767]),
    place("eu-central-2", "CH", "EU", [669, 100, 736]),
    place("eu-north-1", "SE", "EU", [486, 156, 860]),
    place("eu-south-1", "IT", "EU", [692, 112, 713]),
    place("eu-south-2", "ES", "EU", [748, -12, 664]),
    place("af-south-1", "ZA", "AF", [788, 262, -558]),
    place("il-central-1", "IL", "AS", [696, 483, 531]),
    place("me-south-1", "BH", "AS", [571, 693, 440]),
    place("me-central-1", "AE", "AS", [519, 743, 423]),
    place("ap-south-1", "IN", "AS", [278, 903, 327]),
    place("ap-southeast-1", "SG", "AS", [-238, 971, 23]),
    place("ap-southeast-3", "ID", "AS", [-287, 952, -108]),
    place("ap-east-1", "HK", "AS", [-379, 844, 379]),
    place("ap-northeast-1", "JP", "AS", [-619, 525, 584]),
    place("ap-northeast-2", "KR", "AS", [-477, 633, 610]),
    place("ap-northeast-3", "JP", "AS", [-586, 576, 569]),
    place("ap-southeast-2", "AU", "OC", [-727, 400, -558]),
    place("ap-southeast-4", "AU", "OC", [-647, 453, -613]),
];

/// The codes to choose a place from; the first means that no place is given.
pub const PLACES: &[&str] = &{
    let mut codes = [""; REGIONS.len() + 1];
    let mut index = 0;
    while index < REGIONS.len() {
        codes[index + 1] = REGIONS[index].code;
        index += 1;
    }
    codes
};

/// What a geolocation record can be for: everywhere else, a continent, or a country of a Region.
pub const GEOLOCATIONS: &[&str] = &[
    "*", "AF", "AS", "EU", "NA", "OC", "SA", "AE", "AU", "BH", "BR", "CA", "CH", "DE", "ES", "FR", "GB", "HK", "ID",
    "IE", "IL", "IN", "IT", "JP", "KR", "MX", "SE", "SG", "US", "ZA",
];

/// Round trips that are published, in milliseconds (LAT-04).
const MEASURED: [(&str, &str, f64); 3] =
    [("us-east-1", "ca-central-1", 14.0), ("us-east-1", "eu-west-1", 67.0), ("us-east-1", "us-west-2", 71.0)];

/// Round trip of light in fibre, in milliseconds a kilometre (LAT-06), on cables that are longer than the shortest way.
const MS_PER_KM: f64 = 0.01 * 1.4;
/// The earth's radius.
const RADIUS_KM: f64 = 6371.0;

/// The place of a Region; nothing for a code that is not known.
pub fn region_place(code: &str) -> Option<&'static RegionPlace> {
    REGIONS.iter().find(|region| region.code == code)
}

/// Round trip between two Regions in milliseconds: as measured, else from their distance (LAT-04 to LAT-06). Nothing if
/// either is not known.
pub fn round_trip_ms(one: &str, other: &str) -> Option<f64> {
    if one == other {
        return Some(0.0);
    }
    let is_pair = |a: &str, b: &str| (a == one && b == other) || (a == other && b == one);
    if let Some((_, _, ms)) = MEASURED.iter().find(|(a, b, _)| is_pair(a, b)) {
        return Some(*ms);
    }
    let (one, other) = (region_place(one)?.direction, region_place(other)?.direction);
    let dot = |a: [i16; 3], b: [i16; 3]| (0..3).map(|axis| f64::from(a[axis]) * f64::from(b[axis])).sum::<f64>();
    let cosine = dot(one, other) / (dot(one, one) * dot(other, other)).sqrt();
    Some(arc(cosine) * RADIUS_KM * MS_PER_KM)
}

/// The angle of a cosine to within a hundredth of a per cent (Abramowitz and Stegun, 4.4.45): products and a square root,
/// so that it is the same on every machine.
fn arc(cosine: f64) -> f64 {
    let x = cosine.abs().min(1.0);
    let series = 1.570_728_8 + x * (-0.212_114_4 + x * (0.074_261 - 0.018_729_3 * x));
    let angle = (1.0 - x).sqrt() * series;
    if cosine < 0.0 { std::f64::consts::PI - angle } else { angle }
}

#[cfg(test)]
mod tests {
    use super::round_trip_ms;

    #[test]
    fn round_trips_are_near_what_is_measured() {
        let pairs =
            [("eu-central-1", 90.0), ("ap-northeast-1", 155.0), ("ap-southeast-1", 222.0), ("sa-east-1", 115.0)];
        for (code, expected) in pairs {
            let ms = round_trip_ms("us-east-1", code).unwrap();
            assert!((ms / expected - 1.0).abs() < 0.08, "{code} {ms}");
        }
        assert_eq!(round_trip_ms("us-west-2", "us-east-1"), Some(71.0));
        assert_eq!(round_trip_ms("us-west-2", "mars-1"), None);
    }
}
